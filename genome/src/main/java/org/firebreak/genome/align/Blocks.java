package org.firebreak.genome.align;

import java.util.Arrays;

/**
 * An alignment as ungapped stretches, collinear in both sequences: a growable list of (query start,
 * reference start, length). What lies between two stretches is a deletion, an insertion, or both.
 * Reused by one thread.
 */
final class Blocks {

  private int[] data = new int[96];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  int query(int i) {
    return data[3 * i];
  }

  int reference(int i) {
    return data[3 * i + 1];
  }

  int length(int i) {
    return data[3 * i + 2];
  }

  int queryEnd(int i) {
    return query(i) + length(i);
  }

  int referenceEnd(int i) {
    return reference(i) + length(i);
  }

  /** Adds a stretch, joining it to the last if it continues it. */
  void add(int query, int reference, int length) {
    if (length <= 0) {
      return;
    }
    if (size > 0 && queryEnd(size - 1) == query && referenceEnd(size - 1) == reference) {
      data[3 * size - 1] += length;
      return;
    }
    if (3 * size == data.length) {
      data = Arrays.copyOf(data, 2 * data.length);
    }
    data[3 * size] = query;
    data[3 * size + 1] = reference;
    data[3 * size + 2] = length;
    size++;
  }

  /** Cuts the end of the last stretch so that it ends before the query position. */
  void cutLast(int query) {
    int length = query - query(size - 1);
    if (length <= 0) {
      size--;
    } else {
      data[3 * size - 1] = length;
    }
  }

  /** Cuts n columns off the start of the first stretch. */
  void cutFirst(int n) {
    data[0] += n;
    data[1] += n;
    data[2] -= n;
  }

  /** Moves the gap after stretch i to the left by n columns. */
  void shiftGapLeft(int i, int n) {
    data[3 * i + 2] -= n;
    data[3 * i + 3] -= n;
    data[3 * i + 4] -= n;
    data[3 * i + 5] += n;
  }
}
