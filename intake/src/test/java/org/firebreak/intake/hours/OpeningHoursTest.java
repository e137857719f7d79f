package org.firebreak.intake.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "24小时|24/7",
        "(开诊时间:24小时) |24/7",
        "0时—24时|24/7",
        "0时一24时|24/7",
        "全天|24/7",
        "周一至周日 8:00-17:00|08:00-17:00",
        "周一至周五 8:00-17:00|Mo-Fr 08:00-17:00",
        "周一到周五8:00-12:00，14:00-17:30；周六8:00-12:00|Mo-Fr 08:00-12:00,14:00-17:30; Sa 08:00-12:00",
        "上午8:00-12:00 下午14:00-17:30|08:00-12:00,14:00-17:30",
        "上午7:30-11:30下午1:30-5:00|07:30-11:30,13:30-17:00",
        "8：00—12：40;14：00—17：30|08:00-12:40,14:00-17:30",
        "8时—18时|08:00-18:00",
        "周一、三、五 8:00-11:30|Mo,We,Fr 08:00-11:30",
        "Mon-Fri 09:00-17:00|Mo-Fr 09:00-17:00",
        "星期一至星期六 上午8点半-下午5点|Mo-Sa 08:30-17:00"
      })
  void reads(String text, String expected) {
    assertEquals(Optional.of(expected), OpeningHours.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(开诊时间:8小时)", "(门诊时间早8:00-17:00.夜问急诊内科就诊)", "电话咨询", "25:00-26:00", "", "8:00"})
  void keepsWhatItDoesNotUnderstand(String text) {
    assertEquals(Optional.empty(), OpeningHours.parse(text));
  }
}
