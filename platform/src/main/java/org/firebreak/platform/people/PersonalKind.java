package org.firebreak.platform.people;

/** What kind of personal field it is, which decides how it is masked. */
public enum PersonalKind {
  NAME,
  PHONE,
  ID_NUMBER,
  ADDRESS,
  OTHER
}
