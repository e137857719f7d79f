package org.firebreak.platform.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.firebreak.platform.alarms.Episodes.Episode;
import org.firebreak.platform.alarms.FlagTable.StoredFlag;
import org.junit.jupiter.api.Test;

/** Flagged steps become alarms: near ones one, the same ones none anew, dropped ones a new one. */
class EpisodesTest {

  private static final LocalDate DAY = LocalDate.parse("2020-05-01");
  private static final Instant KNOWN = Instant.parse("2020-06-01T00:00:00Z");
  private static final int QUIET = 7;

  private static Flag flag(int day, boolean present, Instant vintage) {
    return new Flag(DAY.plusDays(day), 10, 4.0, 8.0, 2.0, 1, vintage, present);
  }

  private static StoredFlag stored(String key, AlarmState state, Flag flag) {
    return new StoredFlag(1, key, "IS", state, flag);
  }

  private static List<Episode> judged(List<StoredFlag> stored, Flag... flags) {
    Episodes episodes = new Episodes("k/", QUIET, stored);
    for (Flag flag : flags) {
      episodes.judge(flag, true);
    }
    return episodes.changed();
  }

  @Test
  void joinsNearStepsAndSeparatesFarOnes() {
    List<Episode> found =
        judged(
            List.of(),
            flag(0, true, KNOWN),
            flag(7, true, KNOWN),
            flag(8, false, KNOWN),
            flag(15, true, KNOWN));
    assertEquals(2, found.size());
    assertEquals("k/2020-05-01", found.get(0).key());
    assertEquals(2, found.get(0).present().size());
    assertEquals("k/2020-05-16", found.get(1).key());
  }

  @Test
  void knowsAStepByItsDate() {
    StoredFlag known = stored("k/2020-05-01", AlarmState.DROPPED, flag(0, true, KNOWN));
    assertTrue(judged(List.of(known), flag(0, true, KNOWN.plusSeconds(1))).isEmpty());
    assertTrue(
        judged(List.of(known), flag(0, false, KNOWN.minusSeconds(1))).isEmpty(),
        "older data do not revise");
    List<Episode> gone = judged(List.of(known), flag(0, false, KNOWN.plusSeconds(1)));
    assertEquals(1, gone.size());
    assertTrue(gone.getFirst().present().isEmpty());
  }

  @Test
  void beginsAnewAfterADropAndGoesOnAfterAConfirmation() {
    for (AlarmState state : AlarmState.values()) {
      List<Episode> found =
          judged(List.of(stored("old", state, flag(0, true, KNOWN))), flag(3, true, KNOWN));
      assertEquals(
          state == AlarmState.DROPPED ? "k/2020-05-04" : "old", found.getFirst().key(), "" + state);
    }
  }

  /** Whatever the flags, evaluating in any portions and again and again leaves the same alarms. */
  @Test
  void doesNotDependOnHowOftenItIsEvaluated() {
    Random random = new Random(2);
    for (int round = 0; round < 50; round++) {
      boolean[] flagged = new boolean[60];
      for (int day = 0; day < flagged.length; day++) {
        flagged[day] = random.nextInt(6) == 0;
      }
      Map<String, List<LocalDate>> atOnce = run(flagged, flagged.length);
      Map<String, List<LocalDate>> daily = run(flagged, 1 + random.nextInt(5));
      assertEquals(atOnce, daily);
    }
  }

  private static Map<String, List<LocalDate>> run(boolean[] flagged, int portion) {
    List<StoredFlag> stored = new ArrayList<>();
    for (int end = portion; end < flagged.length + portion; end += portion) {
      Episodes episodes = new Episodes("k/", QUIET, stored);
      for (int day = 0; day < Math.min(end, flagged.length); day++) {
        episodes.judge(flag(day, flagged[day], KNOWN), true);
      }
      for (Episode episode : episodes.changed()) {
        episode.changed().forEach(f -> stored.add(stored(episode.key(), AlarmState.SIGNAL, f)));
      }
    }
    Map<String, List<LocalDate>> alarms = new HashMap<>();
    stored.forEach(
        one -> alarms.computeIfAbsent(one.key(), k -> new ArrayList<>()).add(one.flag().date()));
    return alarms;
  }
}
