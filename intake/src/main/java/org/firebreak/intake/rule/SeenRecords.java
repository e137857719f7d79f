package org.firebreak.intake.rule;

/**
 * Remembers identity and content of the records of a file, to find those that come twice. Keeps two
 * generations of {@value #GENERATION} records in flat arrays (24 bytes a slot, 50 MB each when
 * full), so a repetition is found within the last one to two million records. Identities are
 * compared by 64-bit hash: among two million records a false match has a chance of 1 in 10 million.
 * Not thread-safe.
 */
public final class SeenRecords {

  /** What is known of an identity. */
  public enum Found {
    NEW,
    SAME,
    DIFFERENT
  }

  private static final int GENERATION = 1 << 20;

  private Table recent = new Table();
  private Table before = new Table();
  private long foundRow;

  /** Looks an identity up and remembers it if it is new. */
  public Found see(String identity, long contentHash, long row) {
    long key = hash(identity);
    for (Table table : new Table[] {recent, before}) {
      int slot = table.find(key);
      if (slot >= 0) {
        foundRow = table.rows[slot];
        return table.contents[slot] == contentHash ? Found.SAME : Found.DIFFERENT;
      }
    }
    if (recent.size == GENERATION) {
      before = recent;
      recent = new Table();
    }
    recent.put(key, contentHash, row);
    return Found.NEW;
  }

  /** The row of the record that the last {@link #see} found. */
  public long foundRow() {
    return foundRow;
  }

  /** FNV-1a over characters, finished by the mixer of SplitMix64; never 0. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    hash ^= hash >>> 31;
    return hash == 0 ? 1 : hash;
  }

  /** Open addressing with linear probing, at most half full; grows from small to its maximum. */
  private static final class Table {
    private long[] keys = new long[1 << 10];
    private long[] contents = new long[1 << 10];
    private long[] rows = new long[1 << 10];
    private int size;

    int find(long key) {
      int mask = keys.length - 1;
      for (int slot = (int) key & mask; keys[slot] != 0; slot = (slot + 1) & mask) {
        if (keys[slot] == key) {
          return slot;
        }
      }
      return -1;
    }

    void put(long key, long content, long row) {
      if (2 * size >= keys.length) {
        grow();
      }
      insert(key, content, row);
      size++;
    }

    private void insert(long key, long content, long row) {
      int mask = keys.length - 1;
      int slot = (int) key & mask;
      while (keys[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      keys[slot] = key;
      contents[slot] = content;
      rows[slot] = row;
    }

    private void grow() {
      long[] oldKeys = keys;
      long[] oldContents = contents;
      long[] oldRows = rows;
      keys = new long[oldKeys.length * 2];
      contents = new long[oldKeys.length * 2];
      rows = new long[oldKeys.length * 2];
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldKeys[i] != 0) {
          insert(oldKeys[i], oldContents[i], oldRows[i]);
        }
      }
    }
  }
}
