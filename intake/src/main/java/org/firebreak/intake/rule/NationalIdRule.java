package org.firebreak.intake.rule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.firebreak.intake.convert.ChineseId;
import org.firebreak.intake.problem.ProblemCollector;
import org.firebreak.intake.region.RegionDirectory;
import org.firebreak.intake.standard.FieldType;
import org.firebreak.intake.standard.RuleSpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks a Chinese resident number by itself (form, check character, date of birth, province) and
 * against birth date, age and sex of the record. Numbers that hold other letters are passports and
 * the like and pass. The number is never put into a sentence, only into the problem's value.
 */
final class NationalIdRule implements RecordStep {

  private static final int REGION_DIGITS = 6;
  private static final Pattern NOISE = Pattern.compile("[\\s'’‘]");

  private final RecordFields fields;
  private final RegionDirectory regions;
  private final int idIndex;
  private final int birthIndex;
  private final int ageIndex;
  private final int sexIndex;
  private final int dayIndex;
  private final double ageToleranceYears;

  /**
   * @param regions regions whose codes a number may begin with
   * @param spec its first field is the number; age and sex are told by their type and name, dates
   *     by being the birth date or the day the age is of
   */
  NationalIdRule(RuleSpec spec, RecordFields fields, RegionDirectory regions) {
    this.fields = fields;
    this.regions = regions;
    this.idIndex = fields.find(spec.fields().getFirst());
    int birth = -1;
    int age = -1;
    int sex = -1;
    int day = -1;
    for (String name : spec.fields().subList(1, spec.fields().size())) {
      int index = fields.find(name);
      FieldType type = fields.field(index).type();
      birth = name.equals("birth_date") ? index : birth;
      age = type == FieldType.AGE ? index : age;
      sex = type == FieldType.CODE ? index : sex;
      day = type == FieldType.DATE && !name.equals("birth_date") ? index : day;
    }
    this.birthIndex = birth;
    this.ageIndex = age;
    this.sexIndex = sex;
    this.dayIndex = day;
    this.ageToleranceYears = spec.parameter("age_tolerance_years", 1);
  }

  @Override
  public void apply(@Nullable Object[] values, ProblemCollector problems) {
    String text = RecordFields.text(values, idIndex);
    if (text == null) {
      return;
    }
    String number = NOISE.matcher(text).replaceAll("");
    if (!ChineseId.isMeant(number)) {
      return;
    }
    if (!ChineseId.hasForm(number)) {
      fields
          .report("id-form", idIndex, values, problems)
          .word("found", String.valueOf(number.length()))
          .add();
      return;
    }
    if (!ChineseId.hasValidCheck(number)) {
      fields.report("id-check-digit", idIndex, values, problems).add();
      return;
    }
    String canonical = ChineseId.canonical(number);
    LocalDate birth = ChineseId.birthDate(canonical);
    if (birth == null) {
      fields.report("id-birth-date", idIndex, values, problems).add();
      return;
    }
    values[idIndex] = canonical;
    checkAgainstRecord(canonical, birth, values, problems);
  }

  /**
   * The first six digits are a region's code: one of China's provinces, or one of a loaded list.
   */
  private boolean hasKnownRegion(String canonical) {
    return ChineseId.hasKnownProvince(canonical)
        || regions.findByCode(canonical.substring(0, REGION_DIGITS)).isPresent();
  }

  private void checkAgainstRecord(
      String canonical, LocalDate birth, @Nullable Object[] values, ProblemCollector problems) {
    if (!hasKnownRegion(canonical)) {
      fields
          .report("id-region", idIndex, values, problems)
          .word("found", canonical.substring(0, 2))
          .add();
    }
    LocalDate stated = RecordFields.day(values, birthIndex);
    if (stated != null && !stated.equals(birth)) {
      fields
          .report("id-birth-differs", idIndex, values, problems)
          .word("found", birth.toString())
          .word("expected", stated.toString())
          .add();
    }
    LocalDate day = RecordFields.day(values, dayIndex);
    if (day != null && ageIndex >= 0 && values[ageIndex] instanceof Number age) {
      long years = ChronoUnit.YEARS.between(birth, day);
      if (Math.abs(years - Math.floor(age.doubleValue())) > ageToleranceYears) {
        fields
            .report("id-age-differs", idIndex, values, problems)
            .word("found", String.valueOf(years))
            .word("expected", String.valueOf(age.longValue()))
            .add();
      }
    }
    String sex = RecordFields.text(values, sexIndex);
    boolean contradicts =
        "male".equals(sex)
            ? !ChineseId.isMale(canonical)
            : "female".equals(sex) && ChineseId.isMale(canonical);
    if (contradicts && sex != null) {
      fields.report("id-sex-differs", idIndex, values, problems).word("expected", sex).add();
    }
  }
}
