package org.firebreak.privacy.linkage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What linkage looks at, as it was written. Everything but the key may be missing: a person without
 * phone or ID number is a full person.
 *
 * @param key of the record, given back with the links
 * @param name full name in any order and script
 * @param sex any code, the same for the same sex
 * @param birthDate day of birth
 * @param birthYear where the day is not known; from an age it may be off by one
 * @param idNumber number of an identity document
 * @param phone in any spelling
 * @param address home
 */
public record PersonRecord(
    String key,
    @Nullable String name,
    @Nullable String sex,
    @Nullable LocalDate birthDate,
    @Nullable Integer birthYear,
    @Nullable String idNumber,
    @Nullable String phone,
    @Nullable String address) {

  /** The year of birth, from the day where it is known. */
  public @Nullable Integer yearOfBirth() {
    return birthDate == null ? birthYear : Integer.valueOf(birthDate.getYear());
  }
}
