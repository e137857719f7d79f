package org.firebreak.genome.fold.beam;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.firebreak.base.error.InternalException;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Structure;
import org.firebreak.genome.fold.score.LoopScores;

/**
 * Recovers the structure from the kept scores: what a state was made of is found again by trying
 * its few sources, so that no pointer is stored. Cost per pair: the kept states of 31 columns.
 */
final class BeamBacktrace {

  private static final int LEFT_REACH = 30;
  private static final int ABSENT = Integer.MIN_VALUE;

  private enum Kind {
    PAIR,
    BRANCHES,
    MANY_BRANCHES
  }

  private record State(Kind kind, int i, int j, int score) {}

  private final BeamScan scan;
  private final LoopScores scores;
  private final int[] partner;
  private final Deque<State> open = new ArrayDeque<>();

  BeamBacktrace(BeamScan scan) {
    this.scan = scan;
    scores = scan.scores;
    partner = new int[scan.length];
    Arrays.fill(partner, Structure.UNPAIRED);
  }

  Structure run() {
    tracePrefix();
    while (!open.isEmpty()) {
      State state = open.pop();
      switch (state.kind) {
        case PAIR -> tracePair(state.i, state.j, state.score);
        case BRANCHES -> traceBranches(state.i, state.j, state.score);
        case MANY_BRANCHES -> traceManyBranches(state.i, state.j, state.score);
      }
    }
    return Structure.of(partner);
  }

  private void tracePrefix() {
    int j = scan.length - 1;
    while (j > 0) {
      if (scan.prefix[j + 1] == scan.prefix[j]) {
        j--;
      } else {
        j = exteriorBranchEndingAt(j) - 1;
      }
    }
  }

  private int exteriorBranchEndingAt(int j) {
    long[] entries = scan.pairs.entries(j);
    int start = scan.pairs.start(j);
    for (int at = start; at < start + scan.pairs.count(j); at++) {
      int i = ColumnStore.left(entries[at]);
      int score = ColumnStore.score(entries[at]);
      if (scan.prefix[i] + score + scores.exterior(i, j) == scan.prefix[j + 1]) {
        open.push(new State(Kind.PAIR, i, j, score));
        return i;
      }
    }
    throw lost("prefix", 0, j);
  }

  private void tracePair(int i, int j, int kept) {
    partner[i] = j;
    partner[j] = i;
    int score = scan.constraint == null ? kept : kept - scan.constraint.bonus(i, j);
    if (traceInterior(i, j, score)) {
      return;
    }
    if (j - i > EnergyModel.MIN_HAIRPIN && scores.hairpin(i, j) == score) {
      return;
    }
    traceMultiloop(i, j, score - scores.closing(i, j));
  }

  private boolean traceInterior(int i, int j, int score) {
    int last = Math.max(i + EnergyModel.MIN_HAIRPIN + 2, j - 1 - EnergyModel.MAX_INTERIOR);
    for (int q = j - 1; q >= last; q--) {
      int end = i + 1 + EnergyModel.MAX_INTERIOR - (j - q - 1);
      if (scan.pairs.count(q) == 0) {
        continue;
      }
      long[] entries = scan.pairs.entries(q);
      int start = scan.pairs.start(q);
      for (int at = start; at < start + scan.pairs.count(q); at++) {
        int p = ColumnStore.left(entries[at]);
        if (p > i && p <= end) {
          int inner = ColumnStore.score(entries[at]);
          if (inner - scores.model.interior(scores.sequence, i, j, p, q) == score) {
            open.push(new State(Kind.PAIR, p, q, inner));
            return true;
          }
        }
      }
    }
    return false;
  }

  private void traceMultiloop(int i, int j, int score) {
    for (int q = j - 1; q > i; q--) {
      for (int p = i + 1; p <= i + LEFT_REACH && p < q; p++) {
        if (scan.manyBranches.find(q, p, ABSENT) == score) {
          open.push(new State(Kind.MANY_BRANCHES, p, q, score));
          return;
        }
      }
    }
    throw lost("multiloop", i, j);
  }

  private void traceManyBranches(int i, int j, int score) {
    long[] entries = scan.pairs.entries(j);
    int start = scan.pairs.start(j);
    for (int at = start; at < start + scan.pairs.count(j); at++) {
      int k = ColumnStore.left(entries[at]);
      if (k <= i) {
        continue;
      }
      int pair = ColumnStore.score(entries[at]);
      int before = score - pair - scores.branch(k, j);
      if (scan.branches.find(k - 1, i, ABSENT) == before + scan.prefix[i]) {
        open.push(new State(Kind.PAIR, k, j, pair));
        open.push(new State(Kind.BRANCHES, i, k - 1, before));
        return;
      }
    }
    throw lost("branches", i, j);
  }

  private void traceBranches(int i, int end, int score) {
    for (int j = end; j > i; j--) {
      int pair = scan.pairs.find(j, i, ABSENT);
      if (pair != ABSENT && pair + scores.branch(i, j) == score) {
        open.push(new State(Kind.PAIR, i, j, pair));
        return;
      }
      if (scan.manyBranches.find(j, i, ABSENT) == score) {
        open.push(new State(Kind.MANY_BRANCHES, i, j, score));
        return;
      }
    }
    throw lost("branch", i, end);
  }

  private static InternalException lost(String what, int i, int j) {
    return new InternalException(
        "backtrace-lost", "No source of the %s (%d, %d) was kept".formatted(what, i + 1, j + 1));
  }
}
