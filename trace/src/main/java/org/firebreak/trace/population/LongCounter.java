package org.firebreak.trace.population;

import java.util.Arrays;

/** Counts by keys that are not negative; an open hash table, 16 bytes a slot. For one thread. */
final class LongCounter {

  private long[] keys = new long[1024];
  private long[] counts = new long[1024];
  private int size;

  LongCounter() {
    Arrays.fill(keys, -1);
  }

  void add(long key, long count) {
    int at = slot(key);
    if (keys[at] < 0) {
      keys[at] = key;
      size++;
    }
    counts[at] += count;
    if (2 * size > keys.length) {
      grow();
    }
  }

  private int slot(long key) {
    long mixed = key * 0x9E37_79B9_7F4A_7C15L;
    int at = (int) (mixed >>> 33) & (keys.length - 1);
    while (keys[at] >= 0 && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldCounts = counts;
    keys = new long[2 * oldKeys.length];
    counts = new long[keys.length];
    Arrays.fill(keys, -1);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] >= 0) {
        int at = slot(oldKeys[i]);
        keys[at] = oldKeys[i];
        counts[at] = oldCounts[i];
      }
    }
  }

  long get(long key) {
    int at = slot(key);
    return keys[at] < 0 ? 0 : counts[at];
  }

  void addAll(LongCounter other) {
    for (int i = 0; i < other.keys.length; i++) {
      if (other.keys[i] >= 0) {
        add(other.keys[i], other.counts[i]);
      }
    }
  }

  /** All keys, ascending. */
  long[] keys() {
    return Arrays.stream(keys).filter(key -> key >= 0).sorted().toArray();
  }
}
