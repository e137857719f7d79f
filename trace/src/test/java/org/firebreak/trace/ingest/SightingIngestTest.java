package org.firebreak.trace.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.base.geo.CoordinateSystem;
import org.firebreak.trace.PlaceKind;
import org.firebreak.trace.Source;
import org.firebreak.trace.Stay;
import org.firebreak.trace.detect.DetectionParameters;
import org.firebreak.trace.detect.PlaceMap;
import org.firebreak.trace.store.BulkLoad;
import org.firebreak.trace.store.Snapshot;
import org.firebreak.trace.store.TraceStore;
import org.firebreak.trace.testing.MemoryFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SightingIngestTest {

  private static final DetectionParameters PARAMETERS = DetectionParameters.DEFAULT;

  @TempDir private Path folder;

  private SightingIngest.Report ingest(MemoryFolder store, int threads, Path... files) {
    try (TraceStore writer = TraceStore.open(store, Optional.empty());
        Snapshot before = writer.snapshot();
        BulkLoad load = writer.bulk()) {
      SightingIngest ingest =
          new SightingIngest(
              load, new PlaceMap(), threads, folder.resolve("parts"), null, CoordinateSystem.WGS84);
      SightingIngest.Report report =
          ingest.run(
              List.of(files),
              PARAMETERS,
              new Continuation(before, before.personCount(), PARAMETERS.gapSecondsMax()));
      load.commit();
      return report;
    }
  }

  private Path file(String name, List<String> lines) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, lines, StandardCharsets.UTF_8);
    return file;
  }

  private static Set<String> content(MemoryFolder store) {
    Set<String> all = new TreeSet<>();
    try (Snapshot snapshot = Snapshot.open(store)) {
      for (int person = 0; person < snapshot.personCount(); person++) {
        for (Stay stay : snapshot.listStaysOf(person, 0, Long.MAX_VALUE / 2)) {
          assertEquals(PlaceKind.CELL, stay.kind());
          assertEquals(Source.SIGHTING, stay.source());
          all.add(
              snapshot.person(person)
                  + " "
                  + snapshot.place(stay.place()).name()
                  + " "
                  + stay.from()
                  + " "
                  + stay.to());
        }
      }
    }
    return all;
  }

  private static List<String> sightings(Random random, int days) {
    List<String> rows = new ArrayList<>();
    for (int person = 0; person < 50; person++) {
      int cell = random.nextInt(20);
      long time = 1_780_272_000L;
      long end = time + days * 86_400L;
      while (time < end) {
        cell = random.nextInt(5) == 0 ? random.nextInt(20) : cell;
        rows.add("person-" + person + "," + time + ",cell" + cell);
        time += 60 + random.nextInt(4_000);
      }
    }
    return rows;
  }

  private static List<String> withHeader(List<String> rows) {
    List<String> all = new ArrayList<>(List.of("person,time,cell"));
    all.addAll(rows);
    return all;
  }

  @Test
  void orderThreadsAndRepetitionDoNotMatter() throws IOException {
    Random random = new Random(4);
    List<String> rows = sightings(random, 2);
    MemoryFolder one = new MemoryFolder();
    SightingIngest.Report report = ingest(one, 1, file("a.csv", withHeader(rows)));
    assertEquals(rows.size(), report.sightings());
    Set<String> expected = content(one);
    assertTrue(expected.size() > 300);
    List<String> shuffled = new ArrayList<>(rows);
    shuffled.addAll(rows.subList(0, 200));
    Collections.shuffle(shuffled, random);
    MemoryFolder three = new MemoryFolder();
    Path other = file("b.csv", withHeader(shuffled));
    ingest(three, 3, other);
    assertEquals(expected, content(three));
    ingest(three, 2, other);
    assertEquals(expected, content(three));
  }

  /** Two days in two files, read one after the other, give what one file of both gives. */
  @Test
  void goesOnFromTheStaysBefore() throws IOException {
    List<String> first = List.of("a,1780340000,c1", "a,1780341000,c1", "a,1780350000,c1");
    List<String> second = List.of("a,1780360000,c1", "a,1780361000,c1");
    MemoryFolder apart = new MemoryFolder();
    ingest(apart, 1, file("1.csv", withHeader(first)));
    ingest(apart, 1, file("2.csv", withHeader(second)));
    assertEquals(Set.of("a c1 1780340000 1780361000"), content(apart));
  }

  @Test
  void tellsWhatItRefuses() throws IOException {
    Path file =
        file(
            "bad.csv",
            List.of(
                "cell;person;time",
                "c1;\"a\";2026-06-17T08:00:00+08:00",
                "c1;a;2026-06-17T08:00:00",
                "c1;;2026-06-17T08:00:00Z",
                "c1;a",
                ";a;2026-06-17T08:30:00Z",
                "c1;a;2026-06-17T08:30:00Z"));
    SightingIngest.Report report = ingest(new MemoryFolder(), 2, file);
    assertEquals(2, report.sightings());
    assertEquals(4, report.refused());
    assertTrue(
        report
            .problems()
            .getFirst()
            .endsWith(
                "bad.csv, line 3, column time: '2026-06-17T08:00:00' says no offset from UTC; give one with --offset"));
    assertTrue(report.problems().get(1).contains("line 4, column person: is empty"));
    assertTrue(report.problems().get(2).contains("line 5, has another number of fields"));
    assertTrue(report.problems().get(3).contains("line 6, column cell: is empty"));
  }

  @Test
  void positionsBecomeGridCells() throws IOException {
    Path file =
        file(
            "gps.csv",
            List.of(
                "person,time,longitude,latitude",
                "a,1780340000,152.1,31.2",
                "a,1780341000,152.1,31.2",
                "a,1780341000,952.1,31.2"));
    MemoryFolder store = new MemoryFolder();
    assertEquals(1, ingest(store, 1, file).refused());
    try (Snapshot snapshot = Snapshot.open(store)) {
      Stay stay = snapshot.listStaysOf(0, 0, Long.MAX_VALUE / 2).getFirst();
      assertEquals(PlaceKind.GRID, stay.kind());
      assertEquals(Source.POSITION, stay.source());
      assertTrue(stay.precisionMetres() < 130);
      assertEquals(
          152.1,
          java.util.Objects.requireNonNull(snapshot.place(stay.place()).position()).longitude(),
          0.002);
    }
  }
}
