package org.firebreak.city.surveillance;

/**
 * How often each error is planted, each a share of the rows from 0 to 1.
 *
 * @param missingValue one value of the row is empty
 * @param onsetAfterReport onset some days after the report
 * @param futureDate a date after the last day
 * @param districtTypo a character of the district's name is wrong or missing
 * @param mixedSexCode sex in the code of another source
 * @param ageWithUnit age with a unit after it
 * @param badIdCheckDigit check character of the ID number is wrong
 * @param badPhoneLength a digit of the phone number is missing or too many
 * @param relativesPhone the phone is a relative's, and says so
 * @param otherDateFormat a date in another format than the rest of the file
 * @param duplicatePerson the person is reported again, misspelt, under another number
 * @param duplicateRow the same row stands twice
 */
public record DirtRates(
    double missingValue,
    double onsetAfterReport,
    double futureDate,
    double districtTypo,
    double mixedSexCode,
    double ageWithUnit,
    double badIdCheckDigit,
    double badPhoneLength,
    double relativesPhone,
    double otherDateFormat,
    double duplicatePerson,
    double duplicateRow) {

  /** Rates of a register kept by hand. */
  public static final DirtRates USUAL =
      new DirtRates(0.06, 0.004, 0.002, 0.01, 0.04, 0.05, 0.008, 0.01, 0.03, 0.01, 0.012, 0.002);

  /** No dirt at all. */
  public static final DirtRates NONE = new DirtRates(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
