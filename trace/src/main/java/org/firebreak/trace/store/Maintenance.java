package org.firebreak.trace.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.firebreak.trace.store.Manifest.Entry;
import org.firebreak.trace.store.Manifest.Kind;

/** Merges the files of a day and deletes old days. */
final class Maintenance {

  /** A change of the stay files, given the name of the log. */
  interface Change {
    void run(String logName) throws IOException;
  }

  private static final int DATE_LENGTH = "yyyy-mm-dd".length();

  private final StoreFiles files;

  Maintenance(StoreFiles files) {
    this.files = files;
  }

  private static LocalDate date(Entry file) {
    return LocalDate.parse(file.name().substring(0, DATE_LENGTH));
  }

  private Map<LocalDate, List<Entry>> byDay() {
    Map<LocalDate, List<Entry>> days = new TreeMap<>();
    for (Entry file : files.manifest().of(Kind.STAYS)) {
      days.computeIfAbsent(date(file), day -> new ArrayList<>()).add(file);
    }
    return days;
  }

  /** Days (since 1970) with more files. */
  List<Long> daysWithMoreThan(int filesMax) {
    return byDay().entrySet().stream()
        .filter(day -> day.getValue().size() > filesMax)
        .map(day -> day.getKey().toEpochDay())
        .toList();
  }

  /**
   * Merges a day into one file. The long work is done out of turn, so that appends go on; if
   * another change took one of the files meanwhile, the merged file is dropped.
   *
   * @return whether it was merged
   */
  boolean merge(long day, TraceStore store) throws IOException {
    LocalDate date = LocalDate.ofEpochDay(day);
    List<Entry> inputs = byDay().getOrDefault(date, List.of());
    if (inputs.size() < 2) {
      return false;
    }
    Entry merged;
    try (Arena arena = Arena.ofConfined()) {
      List<Segment> segments = new ArrayList<>();
      for (Entry file : inputs) {
        segments.add(new Segment(file.name(), files.storage().map(file.name(), arena)));
      }
      merged =
          files.write(
              Kind.STAYS,
              date.toString(),
              "stays",
              out -> SegmentMerger.merge(segments, person -> true, out));
    }
    boolean[] done = new boolean[1];
    store.inTurn(log -> {
      Set<Entry> gone = new HashSet<>(inputs);
      if (files.manifest().files().containsAll(inputs)) {
        files.commit(log, before -> replaced(before, gone, merged));
        done[0] = true;
      } else {
        files.storage().delete(merged.name());
      }
    });
    return done[0];
  }

  private static List<Entry> replaced(List<Entry> before, Set<Entry> gone, Entry merged) {
    List<Entry> after = new ArrayList<>(before.stream().filter(f -> !gone.contains(f)).toList());
    after.add(merged);
    return after;
  }

  /** Deletes all days before {@code oldest}; the answer is their dates. */
  List<LocalDate> retain(LocalDate oldest, String logName) throws IOException {
    List<LocalDate> old = byDay().keySet().stream().filter(date -> date.isBefore(oldest)).toList();
    if (!old.isEmpty()) {
      files.commit(
          logName,
          before ->
              before.stream()
                  .filter(file -> file.kind() != Kind.STAYS || !old.contains(date(file)))
                  .toList());
    }
    return old;
  }
}
