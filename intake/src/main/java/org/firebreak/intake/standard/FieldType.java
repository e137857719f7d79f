package org.firebreak.intake.standard;

/** Types of fields; each says the Java class and the JSON form of its canonical value. */
public enum FieldType {
  /** Text without surrounding white space: String. */
  TEXT,
  /** Whole number: Long. */
  INTEGER,
  /** Number: Double. */
  DECIMAL,
  /** Yes or no: Boolean. */
  BOOLEAN,
  /** Calendar day: LocalDate; JSON {@code "2020-02-12"}. */
  DATE,
  /** Moment in local time: LocalDateTime; JSON {@code "2020-02-12T10:15:30"}. */
  DATE_TIME,
  /** One code of the field's list: String. */
  CODE,
  /** Age in completed years, parts of a year allowed below two: Double. */
  AGE,
  /** Age group such as {@code 60-69} or {@code 80+}: String. */
  AGE_RANGE,
  /** Code of a region, resolved from a code or names: String. */
  REGION,
  /** Degrees east in WGS-84: Double. */
  LONGITUDE,
  /** Degrees north in WGS-84: Double. */
  LATITUDE,
  /** Phone number, digits with an optional leading plus: String. */
  PHONE,
  /** Number of an identity document: String. */
  NATIONAL_ID,
  /** Opening hours in the notation of {@code OpeningHours}, or the text as given: String. */
  OPENING_HOURS,
  /** Several texts: List of String; JSON array. */
  TEXT_LIST
}
