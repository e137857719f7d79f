package org.firebreak.intake.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionTest {

  @ParameterizedTest
  @CsvSource({
    "ymd, 2020-02-12, 2020-02-12T00:00",
    "ymd, 2020/2/3, 2020-02-03T00:00",
    "ymd, 20200212, 2020-02-12T00:00",
    "ymd, 2020年2月12日, 2020-02-12T00:00",
    "ymd, 2020年2月12日 8时30分, 2020-02-12T08:30",
    "ymd, 2020-02-12T10:15:30Z, 2020-02-12T10:15:30",
    "ymd, 2020-02-05 16:43:59.304, 2020-02-05T16:43:59.304",
    "dmy, 12/02/2020, 2020-02-12T00:00",
    "dmy, 12.2.20, 2020-02-12T00:00",
    "dmy, 12 Feb 2020, 2020-02-12T00:00",
    "mdy, 2/12/20, 2020-02-12T00:00",
    "mdy, 'Feb 12, 2020', 2020-02-12T00:00",
    "mdy, 2/1/2020 3:05 PM, 2020-02-01T15:05",
    "excel, 43873, 2020-02-12T00:00",
    "excel, 43873.5, 2020-02-12T12:00",
    "epoch, 1581465600000, 2020-02-12T00:00",
    "epoch, 1581465600, 2020-02-12T00:00"
  })
  void readsDates(String format, String text, String expected) {
    assertEquals(LocalDateTime.parse(expected), DateFormat.of(format).parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "ymd, 2020-02-30", "ymd, 12/02/2020", "ymd, 20-02-12", "dmy, 31/02/2020", "mdy, 13/01/2020",
    "ymd, 2020-02", "ymd, yesterday", "ymd, 2020-02-12 25:61", "dmy, 12/2/202", "excel, 0",
    "ymd, 9999-01-01", "ymd, 2020-02-12x"
  })
  void refusesWhatIsNoDate(String format, String text) {
    assertNull(DateFormat.of(format).parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12|12",
        "1,234|1234",
        "1,234,567.5|1234567.5",
        "1.234.567|1234567",
        "1.234,5|1234.5",
        "1 234|1234",
        "3,5|3.5",
        "-13.2|-13.2",
        "１２３|123",
        "1e3|1000",
        "0.5|0.5",
        "1.234|1.234"
      })
  void readsNumbers(String text, double expected) {
    assertEquals(expected, Numbers.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "1,23,4", "12%", "0x10", "1e9999", "--1", "NaN", "Infinity"})
  void refusesWhatIsNoNumber(String text) {
    assertNull(Numbers.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "59, year, 59",
    "11 months, year, 0.917",
    "6月龄, year, 0.5",
    "3天, year, 0.008",
    "1岁6个月, year, 1.5",
    "24, month, 2",
    "60岁, year, 60",
    "2 years old, year, 2",
    "5 yrs, year, 5"
  })
  void readsAges(String text, String unit, double expected) {
    assertEquals(expected, Ages.parse(text, unit));
  }

  @ParameterizedTest
  @CsvSource({
    "60-69, 60-69",
    "80+, 80+",
    "60至69岁, 60-69",
    "'[10,20)', 10-19",
    "<5, 0-4",
    "85岁以上, 85+",
    "0–18, 0-18",
    "65 and over, 65+",
    "7, 7-7",
    "abc, ",
    "70-60, "
  })
  void readsAgeGroups(String text, @Nullable String expected) {
    assertEquals(expected, Ages.parseGroup(text));
  }

  @ParameterizedTest
  @CsvSource({
    "13800138000, 13800138000",
    "+86 138-0013-8000, +8613800138000",
    "(027) 8888 0000, 02788880000",
    "010-66551122转8001, 01066551122;ext=8001",
    "值班室0319-5520389, 03195520389",
    "白天0319-3721657/夜晚0319-3721658, 03193721657/03193721658",
    "abc, ",
    "12, "
  })
  void readsPhones(String text, @Nullable String expected) {
    assertEquals(expected, Phones.parse(text));
  }

  /** The example number of GB 11643-1999 itself. */
  @ParameterizedTest
  @ValueSource(strings = {"11010519491231002X", "11010519491231002x", "440524188001010014"})
  void acceptsNumbersOfTheStandard(String number) {
    assertTrue(ChineseId.hasForm(number) && ChineseId.hasValidCheck(number));
  }

  /** The check character finds every wrong digit and every swap of two neighbours. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void checkCharacterFindsEverySlip(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      StringBuilder digits = new StringBuilder("110105");
      digits.append(
          LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000)).toString().replace("-", ""));
      digits.append(String.format("%03d", random.nextInt(1000)));
      String number = digits.toString() + ChineseId.checkCharacter(digits.toString());
      assertTrue(ChineseId.hasValidCheck(number));
      int at = random.nextInt(17);
      char other = (char) ('0' + (number.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
      assertFalse(
          ChineseId.hasValidCheck(number.substring(0, at) + other + number.substring(at + 1)));
      int swap = random.nextInt(16);
      if (number.charAt(swap) != number.charAt(swap + 1)) {
        assertFalse(
            ChineseId.hasValidCheck(
                number.substring(0, swap)
                    + number.charAt(swap + 1)
                    + number.charAt(swap)
                    + number.substring(swap + 2)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"110105491231002, 11010519491231002X"})
  void writesTheOldFormInTheNew(String old, String expected) {
    assertEquals(expected, ChineseId.canonical(old));
  }
}
