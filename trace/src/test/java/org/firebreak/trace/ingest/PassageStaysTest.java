package org.firebreak.trace.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageStaysTest {

  private final PassageStays passages = new PassageStays(60, 600);

  private List<String> stays() {
    List<String> found = new ArrayList<>();
    passages.stays(
        place -> 0,
        (person, place, evidence, row, from, to) ->
            found.add(person + "@" + place + " " + from + "-" + to));
    return found;
  }

  @Test
  void pairsInAndOut() {
    passages.passage(1, 7, 400, false);
    passages.passage(1, 7, 100, true);
    assertEquals(List.of("1@7 100-400"), stays());
  }

  @Test
  void endsAnOpenVisitAtTheNextPassageOrTheUsualTime() {
    passages.passage(1, 7, 100, true);
    passages.passage(1, 8, 130, true);
    passages.passage(2, 8, 1000, true);
    assertEquals(List.of("1@7 100-130", "1@8 130-190", "2@8 1000-1060"), stays());
  }

  @Test
  void beginsAnOutWithoutInAtTheUsualTimeOrThePassageBefore() {
    passages.passage(1, 7, 1000, false);
    passages.passage(1, 8, 1020, false);
    assertEquals(List.of("1@7 940-1000", "1@8 1000-1020"), stays());
  }

  @Test
  void takesAnOutThatIsTooLateForAnotherVisit() {
    passages.passage(1, 7, 100, true);
    passages.passage(1, 7, 900, false);
    assertEquals(List.of("1@7 100-160", "1@7 840-900"), stays());
  }

  @Test
  void goesOnWithASecondIn() {
    passages.passage(1, 7, 100, true);
    passages.passage(1, 7, 100, true);
    passages.passage(1, 7, 140, true);
    passages.passage(1, 7, 500, false);
    assertEquals(List.of("1@7 100-500"), stays());
  }
}
