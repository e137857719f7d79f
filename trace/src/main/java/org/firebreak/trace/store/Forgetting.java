package org.firebreak.trace.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.base.error.UserException;
import org.firebreak.trace.store.Manifest.Entry;
import org.firebreak.trace.store.Manifest.Kind;

/** Removes a person from a store. */
final class Forgetting {

  private final StoreFiles files;
  private final Dictionary persons;

  Forgetting(StoreFiles files, Dictionary persons) {
    this.files = files;
    this.persons = persons;
  }

  ForgetReport forget(String token, String logName) throws IOException {
    int person =
        persons
            .find(token)
            .orElseThrow(() -> new UserException("person-unknown", "There is no person " + token));
    Map<String, List<Entry>> replaced = new HashMap<>();
    long removed = 0;
    try (Arena arena = Arena.ofConfined()) {
      for (Entry file : files.manifest().of(Kind.STAYS)) {
        Segment segment = new Segment(file.name(), files.storage().map(file.name(), arena));
        long here = rowsOf(segment, person);
        if (here > 0) {
          removed += here;
          replaced.put(file.name(), rewritten(segment, person, here));
        }
      }
      for (NameFile file : persons.files()) {
        if (person >= file.first() && person < file.first() + file.count()) {
          NameFile.Names blanked = without(file, person);
          replaced.put(
              file.fileName(),
              List.of(NameFiles.write(files, Kind.PERSONS, file.first(), blanked)));
        }
      }
    }
    int segments = (int) replaced.keySet().stream().filter(n -> n.endsWith(".stays")).count();
    files.commit(
        logName,
        before -> {
          List<Entry> after = new ArrayList<>();
          for (Entry file : before) {
            after.addAll(replaced.getOrDefault(file.name(), List.of(file)));
          }
          return after;
        });
    return prove(token, person, removed, segments);
  }

  private static long rowsOf(Segment segment, int person) {
    long[] rows = new long[1];
    long end = segment.dayStart() + Segment.DAY_SECONDS;
    segment.staysOf(
        person, segment.dayStart(), end, (who, place, evidence, row, from, to) -> rows[0]++);
    return rows[0];
  }

  private List<Entry> rewritten(Segment segment, int person, long rows) throws IOException {
    if (rows == segment.stays()) {
      return List.of();
    }
    String stem = segment.name().substring(0, "yyyy-mm-dd".length());
    return List.of(
        files.write(
            Kind.STAYS,
            stem,
            "stays",
            out -> SegmentMerger.merge(List.of(segment), who -> who != person, out)));
  }

  private static NameFile.Names without(NameFile file, int person) {
    return new NameFile.Names() {
      @Override
      public int count() {
        return file.count();
      }

      @Override
      public byte[] name(int index) {
        return file.first() + index == person ? new byte[0] : file.name(file.first() + index);
      }

      @Override
      public int kind(int index) {
        return file.kind(file.first() + index);
      }
    };
  }

  /** Reads all files again, in both orders. */
  private ForgetReport prove(String token, int person, long removed, int rewritten) {
    try (Snapshot snapshot = Snapshot.open(files.storage())) {
      long traces = snapshot.findPerson(token).isPresent() ? 1 : 0;
      long read = 0;
      for (Segment segment : snapshot.segments()) {
        traces += count(segment.byPerson(), person, false) + count(segment.byPlace(), person, true);
        read += segment.byPerson().rows() + segment.byPlace().rows();
      }
      return new ForgetReport(removed, rewritten, snapshot.segments().size(), read, traces);
    }
  }

  private static long count(Order order, int person, boolean byPlace) {
    BlockCursor cursor = new BlockCursor(order);
    long found = 0;
    for (int block = 0; block < order.blocks(); block++) {
      cursor.load(block);
      for (int i = 0; i < cursor.rows(); i++) {
        found += (byPlace ? cursor.other(i) : cursor.key(i)) == person ? 1 : 0;
      }
    }
    return found;
  }
}
