package org.firebreak.privacy.linkage;

/** How two values agree, from best to worst. */
public enum Agreement {
  /** The same after normalisation. */
  EXACT,
  /** One slip apart: a character wrong, missing, added, or two swapped. */
  CLOSE,
  /** A part is the same: a word of the name, the year of birth, most of the address. */
  PARTIAL,
  DIFFERENT,
  /** At least one of the two is not known; says nothing. */
  UNKNOWN
}
