package org.firebreak.genome.fold.beam;

import static org.firebreak.genome.fold.score.LoopScores.NEVER;

import java.util.Arrays;

/**
 * The states of one or more branches that end in the current column, sorted by (prefix + score,
 * left end) descending.
 *
 * <p>An unpaired base costs nothing, so the list of a column is that of the column before with the
 * new and improved states merged in, and pruning is cutting its end. A new state below the last
 * place of a full list is dropped at once. 16 bytes per state, 8 bytes per base.
 */
final class BranchList {

  private final int[] prefix;
  private final int beam;
  private final int[] score;
  private final int[] changedIn;
  private long[] list;
  private long[] merged;
  private int count;
  private final long[] fresh;
  private int freshCount;

  BranchList(int[] prefix, int length, int beam) {
    this.prefix = prefix;
    this.beam = beam;
    score = new int[length];
    changedIn = new int[length];
    list = new long[length + 1];
    merged = new long[length + 1];
    fresh = new long[length + 1];
    Arrays.fill(score, NEVER);
  }

  long[] entries() {
    return list;
  }

  int count() {
    return count;
  }

  /** Offers a state of column j, which is at least 1. */
  void offer(int j, int left, int value) {
    if (value <= score[left]) {
      return;
    }
    if (beam > 0 && count > beam && prefix[left] + value < (int) (list[beam] >> 32)) {
      return;
    }
    score[left] = value;
    if (changedIn[left] != j) {
      changedIn[left] = j;
      fresh[freshCount++] = left;
    }
  }

  /** Merges and prunes; empties the list if there is no next column. */
  void finish(int j, boolean goesOn) {
    for (int a = 0; a < freshCount; a++) {
      int left = (int) fresh[a];
      fresh[a] = ColumnStore.pack(prefix[left] + score[left], left);
    }
    if (freshCount > 0) {
      merge(j);
      freshCount = 0;
    }
    if (beam > 0 && count > beam) {
      prune();
    }
    if (!goesOn) {
      count = 0;
    }
  }

  private void merge(int j) {
    Arrays.sort(fresh, 0, freshCount);
    int next = freshCount - 1;
    int size = 0;
    for (int a = 0; a < count; a++) {
      long entry = list[a];
      if (changedIn[(int) entry] == j) {
        continue;
      }
      while (next >= 0 && fresh[next] > entry) {
        merged[size++] = fresh[next--];
      }
      merged[size++] = entry;
    }
    while (next >= 0) {
      merged[size++] = fresh[next--];
    }
    long[] swap = list;
    list = merged;
    merged = swap;
    count = size;
  }

  private void prune() {
    int least = (int) (list[beam] >> 32);
    int kept = count;
    while ((int) (list[kept - 1] >> 32) < least) {
      kept--;
      score[(int) list[kept]] = NEVER;
    }
    count = kept;
  }
}
