package org.firebreak.city.surveillance;

import java.time.LocalDate;
import java.util.EnumMap;
import org.firebreak.city.life.Timeline;
import org.firebreak.city.random.Draws;

/** Plants the usual errors into clean rows and records each. For one thread. */
final class Dirt {

  private static final CaseField[] MAY_BE_MISSING = {
    CaseField.AGE,
    CaseField.SEX,
    CaseField.BIRTH_DATE,
    CaseField.NATIONAL_ID,
    CaseField.PHONE,
    CaseField.DATE_ONSET,
    CaseField.ADDRESS,
    CaseField.HOSPITAL,
    CaseField.SEVERITY
  };
  private static final CaseField[] DATES = {
    CaseField.DATE_ONSET, CaseField.DATE_CONSULTATION, CaseField.DATE_REPORT
  };

  private final DirtRates rates;
  private final Timeline timeline;
  private final LocalDate lastDay;
  private final PlantedErrors errors;

  Dirt(DirtRates rates, Timeline timeline, PlantedErrors errors) {
    this.rates = rates;
    this.timeline = timeline;
    this.lastDay = timeline.date(timeline.days() - 1);
    this.errors = errors;
  }

  /** Plants errors into {@code row}; at most one in each field. */
  void soil(EnumMap<CaseField, String> row, CaseReport report, CaseSource source, Draws draws) {
    EnumMap<CaseField, String> clean = row.clone();
    LocalDate reported = timeline.date(report.reportDay());
    if (draws.chance(rates.onsetAfterReport()) && !value(row, CaseField.DATE_ONSET).isEmpty()) {
      String late = source.date(reported.plusDays(draws.between(3, 40)));
      plant(row, clean, CaseField.DATE_ONSET, "onset-after-report", late, source);
    }
    if (draws.chance(rates.futureDate())) {
      String future = source.date(lastDay.plusDays(draws.between(30, 400)));
      plant(row, clean, CaseField.DATE_REPORT, "future-date", future, source);
    }
    if (draws.chance(rates.otherDateFormat())) {
      otherFormat(row, clean, source, draws);
    }
    if (draws.chance(rates.districtTypo())) {
      String name = value(row, CaseField.ADMIN3);
      plant(row, clean, CaseField.ADMIN3, "district-typo", misspelt(name, draws), source);
    }
    if (draws.chance(rates.mixedSexCode())) {
      String[] codes =
          value(clean, CaseField.SEX).matches("male|男|M")
              ? new String[] {"1", "男", "M", "Male"}
              : new String[] {"2", "女", "F", "Female"};
      plant(row, clean, CaseField.SEX, "mixed-sex-code", codes[draws.below(4)], source);
    }
    if (draws.chance(rates.ageWithUnit())) {
      String[] units = {"岁", " years", "Y", "周岁"};
      String age = value(row, CaseField.AGE) + units[draws.below(4)];
      plant(row, clean, CaseField.AGE, "age-with-unit", age, source);
    }
    identifiers(row, clean, source, draws);
    if (draws.chance(rates.missingValue())) {
      CaseField field = MAY_BE_MISSING[draws.below(MAY_BE_MISSING.length)];
      plant(row, clean, field, "missing-value", "", source);
    }
  }

  private void otherFormat(
      EnumMap<CaseField, String> row,
      EnumMap<CaseField, String> clean,
      CaseSource source,
      Draws draws) {
    CaseField field = DATES[draws.below(DATES.length)];
    String digits = value(clean, field).replace(" 00:00:00", "");
    String[] parts = digits.split("[-/]", -1);
    if (parts.length == 3) {
      String other =
          draws.chance(0.5)
              ? parts[0] + "年" + Integer.parseInt(parts[1]) + "月" + Integer.parseInt(parts[2]) + "日"
              : parts[0] + "." + parts[1] + "." + parts[2];
      plant(row, clean, field, "other-date-format", other, source);
    }
  }

  private void identifiers(
      EnumMap<CaseField, String> row,
      EnumMap<CaseField, String> clean,
      CaseSource source,
      Draws draws) {
    if (draws.chance(rates.badIdCheckDigit())) {
      String id = value(row, CaseField.NATIONAL_ID);
      char check = id.charAt(17);
      char wrong = check == 'X' ? '0' : (char) ('0' + (check - '0' + 1 + draws.below(8)) % 10);
      String broken = id.substring(0, 17) + wrong;
      plant(row, clean, CaseField.NATIONAL_ID, "bad-id-check-digit", broken, source);
    }
    if (draws.chance(rates.badPhoneLength())) {
      String phone = value(row, CaseField.PHONE);
      String other = draws.chance(0.6) ? phone.substring(0, 10) : phone + draws.below(10);
      plant(row, clean, CaseField.PHONE, "bad-phone-length", other, source);
    }
    if (draws.chance(rates.relativesPhone())) {
      row.put(CaseField.PHONE_OWNER, source.word("relative", "家属", "Relative"));
    }
  }

  private void plant(
      EnumMap<CaseField, String> row,
      EnumMap<CaseField, String> clean,
      CaseField field,
      String kind,
      String value,
      CaseSource source) {
    String trueValue = value(clean, field);
    boolean untouched = trueValue.equals(value(row, field));
    if (untouched && !trueValue.equals(value) && !trueValue.isEmpty()) {
      row.put(field, value);
      errors.add(
          new PlantedErrors.PlantedError(
              source.file(),
              value(clean, CaseField.CASE_ID),
              source.header(field),
              kind,
              trueValue,
              value));
    }
  }

  static String value(EnumMap<CaseField, String> row, CaseField field) {
    return row.getOrDefault(field, "");
  }

  /** A name with one letter wrong, missing or doubled. */
  static String misspelt(String name, Draws draws) {
    int at = draws.below(name.length());
    char other = name.charAt(draws.below(name.length()));
    return switch (draws.below(3)) {
      case 0 -> name.substring(0, at) + name.substring(Math.min(name.length(), at + 1));
      case 1 -> name.substring(0, at) + other + name.substring(at + 1);
      default -> name.substring(0, at) + name.charAt(at) + name.substring(at);
    };
  }
}
