package org.firebreak.privacy.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a gate has let through, in order. An implementation may keep it on disk. */
public interface DisclosureLedger {

  /**
   * One number that left.
   *
   * @param counts persons in each atom of the cell
   */
  record Entry(Cell cell, Map<String, Long> counts) {
    public Entry {
      counts = Map.copyOf(counts);
    }
  }

  List<Entry> list();

  /** Keeps entries for good, all or none; a release is handed out only after this returns. */
  void append(List<Entry> entries);

  /** A ledger that lasts as long as this process. */
  static DisclosureLedger inMemory() {
    List<Entry> entries = new ArrayList<>();
    return new DisclosureLedger() {
      @Override
      public synchronized List<Entry> list() {
        return List.copyOf(entries);
      }

      @Override
      public synchronized void append(List<Entry> added) {
        entries.addAll(added);
      }
    };
  }
}
