package org.firebreak.genome.fold.exact;

import static org.firebreak.genome.fold.score.LoopScores.NEVER;
import static org.firebreak.genome.fold.score.LoopScores.REAL;

import org.firebreak.genome.fold.trace.PairTrace;

/** Recovers the structure from the tables of an {@link ExactScan}. */
final class ExactBacktrace extends PairTrace {

  private final ExactScan scan;

  ExactBacktrace(ExactScan scan) {
    super(scan.scores, scan.prefix, scan.constraint);
    this.scan = scan;
  }

  @Override
  protected int findPair(int q, int from, int to, PairTest test) {
    for (int p = from; p <= to; p++) {
      int pair = scan.pair(p, q);
      if (pair > REAL && test.test(p, pair)) {
        open(Kind.PAIR, p, q, pair);
        return p;
      }
    }
    return -1;
  }

  @Override
  protected boolean traceMultiloop(int i, int j, int score) {
    for (int q = j - 1; q > i; q--) {
      if (traceManyBranches(i + 1, q, score)) {
        return true;
      }
    }
    return false;
  }

  @Override
  protected boolean traceManyBranches(int i, int j, int score) {
    for (int k : scan.candidates[j]) {
      if (k <= i) {
        break;
      }
      int pair = scan.pair(k, j);
      int before = score - pair - scores.branch(k, j);
      if (branches(i, k - 1) == before) {
        open(Kind.PAIR, k, j, pair);
        open(Kind.BRANCHES, i, k - 1, before);
        return true;
      }
    }
    return false;
  }

  @Override
  protected boolean traceBranches(int from, int to, int score) {
    int i = from;
    int j = to;
    while (branches(i, j - 1) == score) {
      j--;
    }
    while (branches(i + 1, j) == score) {
      i++;
    }
    int pair = scan.pair(i, j);
    if (pair > REAL && pair + scores.branch(i, j) == score) {
      open(Kind.PAIR, i, j, pair);
      return true;
    }
    return traceManyBranches(i, j, score);
  }

  private int branches(int i, int j) {
    return i < scan.branches[j].length ? scan.branches[j][i] : NEVER;
  }
}
