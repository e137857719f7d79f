package org.firebreak.privacy.linkage;

/**
 * What is compared. Names, births, ID numbers and sexes are a person's own; phones and addresses
 * are often a household's, so together they never count for more than {@link
 * LinkageModel#HOUSEHOLD_BITS}.
 */
public enum Feature {
  ID_NUMBER,
  NAME,
  /** Day of birth, where both are known. */
  BIRTH,
  /** Year of birth, where a day is not known. */
  BIRTH_YEAR,
  SEX,
  PHONE,
  ADDRESS;

  boolean isHousehold() {
    return this == PHONE || this == ADDRESS;
  }
}
