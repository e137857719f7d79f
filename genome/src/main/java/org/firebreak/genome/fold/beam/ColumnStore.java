package org.firebreak.genome.fold.beam;

import java.util.Arrays;

/**
 * The kept states of every column, 8 bytes each: a score or key in the upper half, the left end in
 * the lower. Columns are appended in order, each contiguous; chunks never move, so that the peak is
 * the content.
 */
final class ColumnStore {

  private static final int CHUNK = 1 << 16;

  private long[][] chunks = new long[16][];
  private int used;
  private int fill;
  private final int[] chunkOf;
  private final int[] startOf;
  private final int[] countOf;

  ColumnStore(int columns) {
    chunkOf = new int[columns];
    startOf = new int[columns];
    countOf = new int[columns];
  }

  static long pack(int score, int left) {
    return ((long) score << 32) | left;
  }

  static int score(long entry) {
    return (int) (entry >> 32);
  }

  static int left(long entry) {
    return (int) entry;
  }

  void append(int column, long[] entries, int count) {
    if (used == 0 || fill + count > chunks[used - 1].length) {
      if (used == chunks.length) {
        chunks = Arrays.copyOf(chunks, 2 * used);
      }
      chunks[used++] = new long[Math.max(CHUNK, count)];
      fill = 0;
    }
    System.arraycopy(entries, 0, chunks[used - 1], fill, count);
    chunkOf[column] = used - 1;
    startOf[column] = fill;
    countOf[column] = count;
    fill += count;
  }

  /** The array that holds the column, from {@link #start} on. */
  long[] entries(int column) {
    return chunks[chunkOf[column]];
  }

  int start(int column) {
    return startOf[column];
  }

  int count(int column) {
    return countOf[column];
  }

  /** Score of the state with this left end, or {@code absent}. */
  int find(int column, int left, int absent) {
    int start = startOf[column];
    int end = start + countOf[column];
    if (start == end) {
      return absent;
    }
    long[] entries = entries(column);
    for (int at = start; at < end; at++) {
      if ((int) entries[at] == left) {
        return score(entries[at]);
      }
    }
    return absent;
  }
}
