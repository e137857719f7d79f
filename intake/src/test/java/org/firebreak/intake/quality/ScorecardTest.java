package org.firebreak.intake.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firebreak.intake.IntakeSummary;
import org.junit.jupiter.api.Test;

class ScorecardTest {

  @Test
  void everyPartIsAShareOfTheRecords() {
    IntakeSummary summary =
        new IntakeSummary(
            100,
            90,
            10,
            88,
            100,
            2,
            5,
            new TreeMap<>(Map.of("not-a-date", 6L, "dates-in-order", 4L, "duplicate", 1L)),
            Map.of("case_id", 100L, "date_onset", 50L));
    Scorecard score =
        Scorecard.of(
            summary,
            List.of("case_id", "date_onset"),
            LocalDate.of(2020, 2, 1),
            LocalDate.of(2020, 2, 7),
            1);
    assertEquals(0.75, score.completeness());
    assertEquals(0.94, score.validity(), 1e-12);
    assertEquals(0.96, score.consistency(), 1e-12);
    assertEquals(0.97, score.uniqueness(), 1e-12);
    assertEquals(0.5, score.timeliness(), 1e-12);
    assertEquals((0.75 + 0.94 + 0.96 + 0.97 + 0.5) / 5, score.overall(), 1e-12);
  }

  @Test
  void timelinessEndsAtZeroAndOne() {
    LocalDate day = LocalDate.of(2020, 2, 1);
    assertEquals(1, Scorecard.timeliness(day, day, 7));
    assertEquals(1, Scorecard.timeliness(day, day.plusDays(7), 7));
    assertEquals(0, Scorecard.timeliness(day, day.plusDays(400), 7));
  }
}
