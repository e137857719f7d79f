package org.firebreak.genome.fold.beam;

import static org.firebreak.genome.fold.score.LoopScores.NEVER;

import java.util.Arrays;

/**
 * Joins the branches that end in a column with the branches before them: M2(i, j) = max over k of
 * M(i, k-1) + branch(k, j).
 *
 * <p>With a beam above 20 and more than 20 branches by cube pruning (Chiang 2007): the states M(.,
 * k-1) are sorted by key, so the best joins come off a heap in order, and the first {@code beam}
 * different left ends are taken, with the ties of the last. Heap entries are packed longs: key and
 * inverted k, so that of equal keys the smaller k comes first. Otherwise all products are formed.
 */
final class BranchJoin {

  private static final int FULL_PRODUCT_TO = 20;

  private final int[] prefix;
  private final ColumnStore branches;
  private final int beam;
  private final int[] joined;
  private final int[] value;
  private final int[] nextOf;
  private final long[] heap;
  private int heapSize;
  private final int[] added;
  private int addedCount;
  private int[] lefts = new int[0];
  private int count;

  BranchJoin(int[] prefix, ColumnStore branches, int length, int beam) {
    this.prefix = prefix;
    this.branches = branches;
    this.beam = beam;
    joined = new int[length];
    value = new int[length];
    nextOf = new int[length];
    heap = new long[length + 1];
    added = new int[length];
    Arrays.fill(joined, NEVER);
  }

  void enterColumn() {
    addedCount = 0;
  }

  /** Adds the branch (k, j), k at least 2, by its score as a branch. */
  void add(int k, int branchScore) {
    if (branches.count(k - 1) > 0) {
      added[addedCount++] = k;
      value[k] = branchScore;
    }
  }

  /**
   * Writes left ends and scores of the joins; returns how many.
   *
   * @param pairs number of kept pairs of the column
   */
  int run(int pairs, int[] leftsOut, int[] scoresOut) {
    lefts = leftsOut;
    count = 0;
    if (beam > FULL_PRODUCT_TO && pairs > FULL_PRODUCT_TO) {
      joinBest();
    } else {
      joinAll();
    }
    for (int a = 0; a < count; a++) {
      scoresOut[a] = joined[lefts[a]];
      joined[lefts[a]] = NEVER;
    }
    return count;
  }

  private void joinAll() {
    Arrays.sort(added, 0, addedCount);
    for (int a = addedCount - 1; a >= 0; a--) {
      int k = added[a];
      int branch = value[k];
      if (joined[k] >= branch) {
        continue;
      }
      long[] entries = branches.entries(k - 1);
      int start = branches.start(k - 1);
      int end = start + branches.count(k - 1);
      for (int at = start; at < end; at++) {
        int i = (int) entries[at];
        int score = (int) (entries[at] >> 32) - prefix[i] + branch;
        if (joined[i] == NEVER) {
          lefts[count++] = i;
        }
        joined[i] = Math.max(joined[i], score);
      }
    }
  }

  private void joinBest() {
    heapSize = 0;
    for (int a = 0; a < addedCount; a++) {
      int k = added[a];
      nextOf[k] = 0;
      heap[heapSize++] = heapEntry(k, 0);
    }
    for (int at = heapSize / 2 - 1; at >= 0; at--) {
      siftDown(at, heap[at]);
    }
    int last = Integer.MIN_VALUE;
    int current = Integer.MIN_VALUE;
    while ((count < beam || last == current) && heapSize > 0) {
      int k = kOf(heap[0]);
      last = current;
      current = (int) (heap[0] >> 32);
      int i = (int) branches.entries(k - 1)[branches.start(k - 1) + nextOf[k]];
      if (joined[i] == NEVER) {
        joined[i] = current - prefix[i];
        lefts[count++] = i;
      }
      advance(k);
    }
  }

  /** Puts the next state before k that is not joined yet in the place of the top. */
  private void advance(int k) {
    long[] entries = branches.entries(k - 1);
    int start = branches.start(k - 1);
    int end = branches.count(k - 1);
    int next = nextOf[k] + 1;
    while (next < end && joined[(int) entries[start + next]] != NEVER) {
      next++;
    }
    if (next < end) {
      nextOf[k] = next;
      siftDown(0, heapEntry(k, next));
    } else if (--heapSize > 0) {
      siftDown(0, heap[heapSize]);
    }
  }

  private long heapEntry(int k, int index) {
    long entry = branches.entries(k - 1)[branches.start(k - 1) + index];
    return ColumnStore.pack((int) (entry >> 32) + value[k], Integer.MAX_VALUE - k);
  }

  private static int kOf(long entry) {
    return Integer.MAX_VALUE - (int) entry;
  }

  private void siftDown(int from, long entry) {
    int at = from;
    int half = heapSize >>> 1;
    while (at < half) {
      int child = 2 * at + 1;
      if (child + 1 < heapSize && heap[child + 1] > heap[child]) {
        child++;
      }
      if (entry >= heap[child]) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = entry;
  }
}
