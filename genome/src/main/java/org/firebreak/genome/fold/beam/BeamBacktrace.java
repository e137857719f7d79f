package org.firebreak.genome.fold.beam;

import org.firebreak.genome.fold.trace.PairTrace;

/** Recovers the structure from the kept scores. Cost per pair: the kept states of 31 columns. */
final class BeamBacktrace extends PairTrace {

  private static final int ABSENT = Integer.MIN_VALUE;

  private final BeamScan scan;

  BeamBacktrace(BeamScan scan) {
    super(scan.scores, scan.prefix, scan.constraint);
    this.scan = scan;
  }

  @Override
  protected int findPair(int q, int from, int to, PairTest test) {
    int count = scan.pairs.count(q);
    if (count == 0) {
      return -1;
    }
    long[] entries = scan.pairs.entries(q);
    int start = scan.pairs.start(q);
    for (int at = start; at < start + count; at++) {
      int p = ColumnStore.left(entries[at]);
      if (p >= from && p <= to && test.test(p, ColumnStore.score(entries[at]))) {
        open(Kind.PAIR, p, q, ColumnStore.score(entries[at]));
        return p;
      }
    }
    return -1;
  }

  @Override
  protected boolean traceMultiloop(int i, int j, int score) {
    for (int q = j - 1; q > i; q--) {
      for (int p = i + 1; p <= i + BeamScan.LEFT_REACH && p < q; p++) {
        if (scan.manyBranches.find(q, p, ABSENT) == score) {
          open(Kind.MANY_BRANCHES, p, q, score);
          return true;
        }
      }
    }
    return false;
  }

  @Override
  protected boolean traceManyBranches(int i, int j, int score) {
    int k =
        findPair(
            j, i + 1, j, (left, pair) -> before(i, left) == score - pair - scores.branch(left, j));
    if (k < 0) {
      return false;
    }
    open(Kind.BRANCHES, i, k - 1, before(i, k));
    return true;
  }

  /** Score of the branches in i..k-1. */
  private int before(int i, int k) {
    int key = scan.branches.find(k - 1, i, ABSENT);
    return key == ABSENT ? ABSENT : key - scan.prefix[i];
  }

  @Override
  protected boolean traceBranches(int i, int end, int score) {
    for (int j = end; j > i; j--) {
      int pair = scan.pairs.find(j, i, ABSENT);
      if (pair != ABSENT && pair + scores.branch(i, j) == score) {
        open(Kind.PAIR, i, j, pair);
        return true;
      }
      if (scan.manyBranches.find(j, i, ABSENT) == score) {
        open(Kind.MANY_BRANCHES, i, j, score);
        return true;
      }
    }
    return false;
  }
}
