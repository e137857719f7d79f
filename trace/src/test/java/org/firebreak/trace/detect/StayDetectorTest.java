package org.firebreak.trace.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.firebreak.base.geo.Coordinate;
import org.firebreak.trace.Place;
import org.firebreak.trace.PlaceKind;
import org.junit.jupiter.api.Test;

class StayDetectorTest {

  /** Gap 100, edge 10, dwell 20, handover dwell 5 and return 60. */
  private static final DetectionParameters PARAMETERS = new DetectionParameters(100, 10, 20, 5, 60);

  /** Places next to each other in number touch. */
  private static final StayDetector.Touching NEXT = (a, b) -> Math.abs(a - b) == 1;

  private final List<String> found = new ArrayList<>();

  private StayDetector detector() {
    return new StayDetector(
        PARAMETERS, NEXT, (place, from, to) -> found.add(place + " " + from + "-" + to));
  }

  private List<String> detect(long... timesAndPlaces) {
    StayDetector detector = detector();
    for (int i = 0; i < timesAndPlaces.length; i += 2) {
      detector.sighting(timesAndPlaces[i], (int) timesAndPlaces[i + 1]);
    }
    detector.finish();
    return found;
  }

  @Test
  void runsBecomeStaysWithEdgesHalfWay() {
    assertEquals(List.of("1 0-55", "5 55-160"), detect(0, 1, 30, 1, 50, 1, 60, 5, 100, 5, 160, 5));
  }

  @Test
  void edgesReachNoFurtherThanAllowed() {
    assertEquals(List.of("1 0-40", "5 80-130"), detect(0, 1, 30, 1, 90, 5, 130, 5));
  }

  @Test
  void handoverToANeighbourIsNoMove() {
    assertEquals(List.of("1 0-90"), detect(0, 1, 30, 1, 40, 2, 50, 1, 90, 1));
  }

  @Test
  void aRealVisitToANeighbourStays() {
    assertEquals(
        List.of("1 0-35", "2 35-75", "1 75-120"), detect(0, 1, 30, 1, 40, 2, 70, 2, 80, 1, 120, 1));
  }

  @Test
  void aVisitFarAwayIsNoHandover() {
    assertEquals(
        List.of("1 0-35", "7 35-55", "1 55-90"), detect(0, 1, 30, 1, 40, 7, 50, 7, 60, 1, 90, 1));
  }

  @Test
  void gapsEndStays() {
    assertEquals(List.of("1 0-60", "1 290-330"), detect(0, 1, 50, 1, 300, 1, 330, 1));
  }

  @Test
  void passingThroughIsNoStay() {
    assertEquals(List.of("1 0-35"), detect(0, 1, 30, 1, 40, 5, 50, 7, 60, 9));
  }

  /** Shuffled within the allowed lateness and with doubles, the answer is the same. */
  @Test
  void orderAndDoublesDoNotMatter() {
    Random random = new Random(2);
    for (int turn = 0; turn < 200; turn++) {
      List<long[]> sightings = new ArrayList<>();
      long time = 0;
      int place = 1;
      for (int i = 0; i < 80; i++) {
        time += 1 + random.nextInt(random.nextInt(10) == 0 ? 150 : 20);
        place = random.nextInt(4) == 0 ? random.nextInt(6) : place;
        sightings.add(new long[] {time, place});
      }
      found.clear();
      StayDetector plain = detector();
      sightings.forEach(s -> plain.sighting(s[0], (int) s[1]));
      plain.finish();
      List<String> expected = List.copyOf(found);
      found.clear();
      SightingOrder order = new SightingOrder(1_500, detector());
      for (int start = 0; start < 80; start += 8) {
        List<long[]> part = new ArrayList<>(sightings.subList(start, start + 8));
        part.add(part.get(random.nextInt(8)));
        Collections.shuffle(part, random);
        part.forEach(s -> order.sighting(s[0], (int) s[1]));
      }
      order.finish();
      assertEquals(expected, found);
      assertEquals(0, order.tooLate());
    }
  }

  @Test
  void countsWhatComesTooLate() {
    SightingOrder order = new SightingOrder(10, detector());
    order.sighting(100, 1);
    order.sighting(200, 1);
    order.sighting(50, 1);
    order.finish();
    assertEquals(1, order.tooLate());
  }

  /** Stays of one person never overlap and keep the order of time, whatever comes. */
  @Test
  void staysDoNotOverlap() {
    Random random = new Random(3);
    for (int turn = 0; turn < 300; turn++) {
      long[] last = {Long.MIN_VALUE};
      StayDetector detector =
          new StayDetector(
              PARAMETERS,
              NEXT,
              (place, from, to) -> {
                assertTrue(from >= last[0] && to - from >= 20);
                last[0] = to;
              });
      long time = 0;
      for (int i = 0; i < 100; i++) {
        time += random.nextInt(60);
        detector.sighting(time, random.nextInt(3));
      }
      detector.finish();
    }
  }

  @Test
  void cellsTouchWhenTheirAreasDo() {
    PlaceMap map = new PlaceMap();
    map.put(0, cell(152.0, 800));
    map.put(1, cell(152.01, 300));
    map.put(2, cell(152.02, 300));
    assertEquals(953, map.metres(0, 1), 2);
    assertTrue(map.touch(0, 1) && !map.touch(1, 2) && !map.touch(0, 2) && !map.touch(0, 7));
  }

  private static Place cell(double longitude, int radius) {
    return new Place("c", PlaceKind.CELL, new Coordinate(longitude, 31), radius, "");
  }
}
