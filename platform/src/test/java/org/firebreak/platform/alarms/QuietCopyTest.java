package org.firebreak.platform.alarms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A quiet copy keeps level, rhythm and spread; weeks are made of whole weeks. */
class QuietCopyTest {

  private static final LocalDate MONDAY = LocalDate.parse("2020-03-02");

  private static double[] rhythmic(int days, double level) {
    double[] values = new double[days];
    for (int i = 0; i < days; i++) {
      values[i] = Math.rint(level * (i % 7 >= 5 ? 0.5 : 1.2));
    }
    return values;
  }

  @Test
  void keepsLevelAndWeekdays() {
    Steps steps = new Steps(MONDAY, 1, rhythmic(7 * 200, 40));
    double[] copy = QuietCopy.of(steps, 0).draw(new SplittableRandom(4)).values();
    assertEquals(
        Arrays.stream(steps.values()).average().orElse(0),
        Arrays.stream(copy).average().orElse(0),
        0.6);
    double sundays = 0;
    for (int i = 6; i < copy.length; i += 7) {
      sundays += copy[i] / 200;
    }
    assertEquals(20, sundays, 1.5);
  }

  @Test
  void keepsTheSpread() {
    SplittableRandom random = new SplittableRandom(9);
    double[] values = new double[2000];
    for (int i = 0; i < values.length; i++) {
      // Twelve cases at once or none: variance over mean about 9.6.
      values[i] = random.nextInt(5) == 0 ? 12 : 0;
    }
    double[] copy =
        QuietCopy.of(new Steps(MONDAY, 1, values), 0).draw(new SplittableRandom(4)).values();
    assertEquals(ratio(values), ratio(copy), 2.5);
  }

  private static double ratio(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0) / mean;
  }

  @Test
  void plantsOutbreaksThatRiseAndFall() {
    Steps steps = new Steps(MONDAY, 1, rhythmic(140, 30));
    double[] sum = new double[14];
    for (int i = 0; i < 400; i++) {
      double[] one = QuietCopy.of(steps, 0).outbreak(new SplittableRandom(i));
      for (int day = 0; day < sum.length; day++) {
        sum[day] += one[day] / 400;
      }
    }
    assertTrue(sum[4] > sum[0] && sum[4] > sum[13], Arrays.toString(sum));
    assertEquals(3 * Math.sqrt(30), sum[4], 2.5);
  }

  @Test
  void namesWeeksByTheirSunday() {
    double[] days = new double[30];
    Arrays.fill(days, 1);
    LocalDate wednesday = MONDAY.plusDays(2);
    Steps day = new Steps(wednesday, 1, days);
    assertEquals(3, day.indexAtOrAfter(wednesday.plusDays(3)));
    Steps weeks = new Steps(MONDAY.plusDays(6), 7, new double[] {7, 7, 7});
    assertEquals(DayOfWeek.SUNDAY, weeks.date(2).getDayOfWeek());
    assertEquals(1, weeks.indexAtOrAfter(MONDAY.plusDays(8)));
    assertEquals(1, weeks.indexAtOrAfter(MONDAY.plusDays(13)));
    assertArrayEquals(new double[] {7, 7, 7}, weeks.values());
  }
}
