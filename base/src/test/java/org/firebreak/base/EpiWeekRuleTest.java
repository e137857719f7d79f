package org.firebreak.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EpiWeekRuleTest {

  @ParameterizedTest
  @CsvSource({
    "ISO, 2020-01-01, 2020, 1",
    "ISO, 2021-01-03, 2020, 53",
    "MMWR, 2019-12-29, 2020, 1",
    "MMWR, 2021-01-02, 2020, 53",
    "MMWR, 2021-01-03, 2021, 1",
    "FIRST_OF_JANUARY, 2020-12-31, 2021, 1",
    "FIRST_OF_JANUARY, 2021-01-03, 2021, 1",
    "FIRST_OF_JANUARY, 2021-01-04, 2021, 2",
  })
  void numbersPublishedWeeks(EpiWeekRule rule, LocalDate day, int year, int week) {
    assertEquals(new EpiWeek(year, week), rule.weekOf(day));
  }

  @Test
  void isoAgreesWithTheJdkOnEveryDayOfAnEra() {
    for (LocalDate day = LocalDate.of(1990, 1, 1); day.getYear() < 2040; day = day.plusDays(1)) {
      EpiWeek expected =
          new EpiWeek(
              day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      assertEquals(expected, EpiWeekRule.ISO.weekOf(day), day.toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyDayLiesInTheSevenDaysOfItsWeek(EpiWeekRule rule) {
    for (LocalDate day = LocalDate.of(2000, 1, 1); day.getYear() < 2030; day = day.plusDays(1)) {
      long offset = day.toEpochDay() - rule.startOf(rule.weekOf(day)).toEpochDay();
      assertEquals(true, offset >= 0 && offset < 7, rule + " " + day);
    }
  }
}
