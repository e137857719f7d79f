package org.firebreak.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.firebreak.base.geo.CoordinateSystem;
import org.firebreak.trace.contact.CaseWindow;
import org.firebreak.trace.contact.ContactBatch;
import org.firebreak.trace.contact.ContactChains;
import org.firebreak.trace.contact.ContactList;
import org.firebreak.trace.contact.EncounterSearch;
import org.firebreak.trace.contact.Nearby;
import org.firebreak.trace.detect.DetectionParameters;
import org.firebreak.trace.detect.PlaceMap;
import org.firebreak.trace.ingest.Continuation;
import org.firebreak.trace.ingest.SightingIngest;
import org.firebreak.trace.population.Flows;
import org.firebreak.trace.population.Regions;
import org.firebreak.trace.store.BulkLoad;
import org.firebreak.trace.store.DaySegments;
import org.firebreak.trace.store.DiskStorage;
import org.firebreak.trace.store.Snapshot;
import org.firebreak.trace.store.TraceStore;

/**
 * Measures the stay store: bytes a stay, loading, opening, contacts of one case and of 10,000,
 * flows of a day, signalling to segments.
 *
 * <pre>
 * java ... org.firebreak.bench.TraceBench [--persons 1000000] [--days 14] [--dir DIR] [--sightings 20000000]
 * </pre>
 *
 * Eight stays a person and day; 10,000,000 persons are the full size (1.1 billion stays, 16 GB, and
 * as much again while loading). Limits written down first: a stay is 12 to 16 bytes in both orders;
 * the contacts of a case are 14 x (1 + 8) look-ups of about 1 microsecond and the rows they give.
 */
public final class TraceBench {

  private static final long START = 1_780_272_000L / 86_400 * 86_400;
  private static final int CASES = 10_000;
  private static final int SINGLE_CASES = 2_000;
  private static final int REGIONS = 500;

  private final int persons;
  private final int days;
  private final Path folder;
  private final int cores = Runtime.getRuntime().availableProcessors();

  private TraceBench(int persons, int days, Path folder) {
    this.persons = persons;
    this.days = days;
    this.folder = folder;
  }

  /** Runs all measurements and prints them as CSV. */
  public static void main(String[] arguments) throws IOException {
    int persons = 1_000_000;
    int days = 14;
    long sightings = 20_000_000;
    Path folder = null;
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      switch (arguments[i]) {
        case "--persons" -> persons = Integer.parseInt(arguments[i + 1]);
        case "--days" -> days = Integer.parseInt(arguments[i + 1]);
        case "--sightings" -> sightings = Long.parseLong(arguments[i + 1]);
        case "--dir" -> folder = Path.of(arguments[i + 1]);
        default -> throw new IllegalArgumentException("Unknown option " + arguments[i]);
      }
    }
    Path parent = folder == null ? Files.createTempDirectory("firebreak-trace") : folder;
    TraceBench bench = new TraceBench(persons, days, parent);
    System.out.println("measure,value,unit");
    try {
      int[] regions = bench.load();
      bench.open();
      bench.contacts();
      bench.flows(regions);
      bench.signalling(sightings);
    } finally {
      delete(parent);
    }
  }

  private static void print(String measure, double value, String unit) {
    System.out.printf("%s,%.4g,%s%n", measure, value, unit);
  }

  private static double cpuSeconds() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private DiskStorage storage() {
    return new DiskStorage(folder.resolve("store"));
  }

  private int[] load() {
    long start = System.nanoTime();
    double cpu = cpuSeconds();
    long stays = 0;
    int[] regions;
    try (TraceStore store = TraceStore.open(storage(), Optional.of(ZoneOffset.UTC))) {
      try (BulkLoad load = store.bulk()) {
        SyntheticStays synthetic = new SyntheticStays(persons, load);
        for (int day = 0; day < days; day++) {
          synthetic.day(day, START + day * 86_400L, load);
        }
        load.commit();
        stays = load.stays();
        regions = synthetic.regions(REGIONS, places(store));
      }
      print("load, generating included", stays / ((System.nanoTime() - start) / 1e9), "stays/s");
      long merging = System.nanoTime();
      store.merge(1);
      print("merge to one file a day", stays / ((System.nanoTime() - merging) / 1e9), "stays/s");
    }
    print("load and merge", (cpuSeconds() - cpu) / stays * 1e9, "CPU ns/stay");
    print("stays", (double) stays, "stays");
    return regions;
  }

  private static int places(TraceStore store) {
    try (Snapshot snapshot = store.snapshot()) {
      return snapshot.placeCount();
    }
  }

  private void open() {
    long[] nanos = new long[7];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      Snapshot.open(storage()).close();
      nanos[i] = System.nanoTime() - start;
    }
    print("first opening", nanos[0] / 1e9, "s");
    try (Snapshot snapshot = Snapshot.open(storage())) {
      long stays = snapshot.days().stream().mapToLong(DaySegments::stays).sum();
      print("disk, dictionaries included", (double) snapshot.sizeBytes() / stays, "bytes/stay");
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      print("heap in use, opened", (runtime.totalMemory() - runtime.freeMemory()) / 1e6, "MB");
    }
  }

  private void contacts() {
    try (Snapshot snapshot = Snapshot.open(storage())) {
      EncounterSearch search = new EncounterSearch(snapshot, Nearby.SAME_PLACE);
      List<CaseWindow> cases = cases(CASES);
      ContactList list = new ContactList();
      long found = 0;
      long[] nanos = new long[SINGLE_CASES];
      for (int turn = 0; turn < 2; turn++) {
        found = 0;
        for (int i = 0; i < SINGLE_CASES; i++) {
          CaseWindow window = cases.get(i);
          long start = System.nanoTime();
          list.clear();
          search.visit(window.person(), window.from(), window.to(), list);
          found += list.contacts().size();
          nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        String when = turn == 0 ? "first pass" : "warm";
        print("contacts of a case, median, " + when, nanos[SINGLE_CASES / 2] / 1e6, "ms");
        print("contacts of a case, p99, " + when, nanos[SINGLE_CASES * 99 / 100] / 1e6, "ms");
      }
      print("contacts of a case", (double) found / SINGLE_CASES, "persons");
      for (int threads = 1; threads <= cores; threads++) {
        long start = System.nanoTime();
        long[] sum = new long[1];
        new ContactBatch(search, threads).run(cases, c -> sum[0] += c.size());
        String name = "10,000 cases, " + threads + " threads";
        print(name, (System.nanoTime() - start) / 1e9, "s");
        print(name, (double) sum[0], "contacts");
      }
      long start = System.nanoTime();
      long[] sum = new long[1];
      new ContactChains(search, 2, cores).run(cases.subList(0, 1), links -> sum[0] += links.size());
      print("contacts of contacts of a case", (System.nanoTime() - start) / 1e9, "s");
      print("contacts of contacts of a case", (double) sum[0], "persons");
    }
  }

  private List<CaseWindow> cases(int count) {
    Random random = new Random(1);
    List<CaseWindow> cases = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cases.add(new CaseWindow(random.nextInt(persons), START, START + days * 86_400L));
    }
    return cases;
  }

  private void flows(int[] regionOf) {
    List<String> codes = IntStream.range(0, REGIONS).mapToObj(i -> "%06d".formatted(i)).toList();
    Regions regions = Regions.of(regionOf, codes);
    try (Snapshot snapshot = Snapshot.open(storage())) {
      for (int turn = 0; turn < 2; turn++) {
        DaySegments day = snapshot.days().get(days / 2);
        long start = System.nanoTime();
        List<Flows.Flow> flows = Flows.of(day, regions, snapshot.personCount(), cores);
        double seconds = (System.nanoTime() - start) / 1e9;
        print("flows by hour of a day", seconds, "s");
        print("flows by hour of a day", day.stays() / seconds, "stays/s");
        print("flows by hour of a day", flows.size(), "rows");
      }
    }
  }

  private void signalling(long sightings) throws IOException {
    Path file = folder.resolve("sighting.csv");
    writeSightings(file, sightings);
    DiskStorage storage = new DiskStorage(folder.resolve("sightings"));
    long start = System.nanoTime();
    double cpu = cpuSeconds();
    try (TraceStore store = TraceStore.open(storage, Optional.of(ZoneOffset.UTC));
        Snapshot before = store.snapshot();
        BulkLoad load = store.bulk()) {
      SightingIngest.Report report =
          new SightingIngest(
                  load,
                  new PlaceMap(),
                  cores,
                  folder.resolve("parts"),
                  null,
                  CoordinateSystem.WGS84)
              .run(List.of(file), DetectionParameters.DEFAULT, new Continuation(before, 0, 1));
      load.commit();
      print("stays found", (double) report.stays(), "stays");
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    print("sightings to segments", sightings / seconds, "sightings/s");
    print("sightings to segments", (cpuSeconds() - cpu) / sightings * 1e9, "CPU ns/sighting");
  }

  /** A hundred sightings a person and day, in random order of persons; eight cells each. */
  private static void writeSightings(Path file, long count) throws IOException {
    int people = (int) Math.max(1, count / 100);
    StringBuilder text = new StringBuilder(1 << 20);
    try (OutputStream out = Files.newOutputStream(file)) {
      text.append("person,time,cell\n");
      for (long i = 0; i < count; i++) {
        int minute = (int) (i * 1440 / count);
        int person = (int) ((SyntheticStays.mix(i) >>> 1) % people);
        long cell = (SyntheticStays.mix(person * 8L + minute / 180) >>> 1) % 20_000;
        int second = (int) (i % 60);
        text.append('p').append(100_000_000 + person).append(",2026-06-17T");
        text.append((char) ('0' + minute / 600))
            .append((char) ('0' + minute / 60 % 10))
            .append(':');
        text.append((char) ('0' + minute % 60 / 10)).append((char) ('0' + minute % 10)).append(':');
        text.append((char) ('0' + second / 10)).append((char) ('0' + second % 10));
        text.append("+08:00,c").append(10_000 + cell).append('\n');
        if (text.length() > 1_000_000) {
          out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
          text.setLength(0);
        }
      }
      out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
