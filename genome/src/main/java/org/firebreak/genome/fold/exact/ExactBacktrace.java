package org.firebreak.genome.fold.exact;

import static org.firebreak.genome.fold.score.LoopScores.NEVER;
import static org.firebreak.genome.fold.score.LoopScores.REAL;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.firebreak.base.error.InternalException;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Structure;
import org.firebreak.genome.fold.score.LoopScores;

/** Recovers the structure from the tables of an {@link ExactScan}. */
final class ExactBacktrace {

  private record Interval(boolean pair, int i, int j, int score) {}

  private final ExactScan scan;
  private final LoopScores scores;
  private final int[] partner;
  private final Deque<Interval> open = new ArrayDeque<>();

  ExactBacktrace(ExactScan scan) {
    this.scan = scan;
    scores = scan.scores;
    partner = new int[scan.length];
    Arrays.fill(partner, Structure.UNPAIRED);
  }

  Structure run() {
    tracePrefix();
    while (!open.isEmpty()) {
      Interval next = open.pop();
      if (next.pair) {
        tracePair(next.i, next.j, next.score);
      } else {
        traceBranches(next.i, next.j, next.score);
      }
    }
    return Structure.of(partner);
  }

  private void tracePrefix() {
    int j = scan.length - 1;
    while (j > 0) {
      if (scan.prefix[j + 1] == scan.prefix[j]) {
        j--;
        continue;
      }
      int i = 0;
      while (!endsWith(i, j)) {
        i++;
      }
      j = i - 1;
    }
  }

  private boolean endsWith(int i, int j) {
    if (i == j) {
      throw lost("prefix", i, j);
    }
    int pair = scan.pair(i, j);
    if (pair <= REAL || scan.prefix[i] + pair + scores.exterior(i, j) != scan.prefix[j + 1]) {
      return false;
    }
    open.push(new Interval(true, i, j, pair));
    return true;
  }

  private void tracePair(int i, int j, int score) {
    partner[i] = j;
    partner[j] = i;
    if (scores.hairpin(i, j) == score || traceInterior(i, j, score)) {
      return;
    }
    int inside = score - scores.closing(i, j);
    for (int q = j - 1; q > i; q--) {
      if (traceSplit(i + 1, q, inside)) {
        return;
      }
    }
    throw lost("pair", i, j);
  }

  private boolean traceInterior(int i, int j, int score) {
    for (int left = 0; left <= EnergyModel.MAX_INTERIOR; left++) {
      int p = i + 1 + left;
      int last = Math.max(p + 1, j - 1 - (EnergyModel.MAX_INTERIOR - left));
      for (int q = j - 1; q >= last; q--) {
        int pair = scan.pair(p, q);
        if (pair > REAL && pair - scores.model.interior(scores.sequence, i, j, p, q) == score) {
          open.push(new Interval(true, p, q, pair));
          return true;
        }
      }
    }
    return false;
  }

  /** Two or more branches in i..j, the last of which ends in j. */
  private boolean traceSplit(int i, int j, int score) {
    for (int k : scan.candidates[j]) {
      if (k <= i) {
        break;
      }
      int pair = scan.pair(k, j);
      int before = score - pair - scores.branch(k, j);
      if (branches(i, k - 1) == before) {
        open.push(new Interval(true, k, j, pair));
        open.push(new Interval(false, i, k - 1, before));
        return true;
      }
    }
    return false;
  }

  private void traceBranches(int from, int to, int score) {
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
      open.push(new Interval(true, i, j, pair));
    } else if (!traceSplit(i, j, score)) {
      throw lost("branches", i, j);
    }
  }

  private int branches(int i, int j) {
    return i < scan.branches[j].length ? scan.branches[j][i] : NEVER;
  }

  private static InternalException lost(String what, int i, int j) {
    return new InternalException(
        "backtrace-lost", "No source of the %s (%d, %d)".formatted(what, i + 1, j + 1));
  }
}
