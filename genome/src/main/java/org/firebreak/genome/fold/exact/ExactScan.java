package org.firebreak.genome.fold.exact;

import static org.firebreak.genome.fold.score.LoopScores.NEVER;
import static org.firebreak.genome.fold.score.LoopScores.REAL;

import java.util.Arrays;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.FoldConstraint;
import org.firebreak.genome.fold.model.Pair;
import org.firebreak.genome.fold.score.LoopScores;
import org.jspecify.annotations.Nullable;

/**
 * All intervals, column by column. Pairs come from {@link InteriorColumn}, hairpins and multiloops;
 * the split of multiloops is sparse: a branch (k, j) is joined with what stands before it only if
 * it beats everything else in k..j, because what it does not beat can take its place in every
 * structure (Wexler, Zilberstein and Ziv-Ukelson 2007; Backofen et al. 2011). Such branches are
 * few; each is one vector pass over the left ends.
 *
 * <p>Cost O(n^2) vector work and O(n Z) for Z candidates; memory 4.75 n(n-1)/2 bytes: an int for
 * each interval (best branches) and 16 bits for each possible pair. For one thread, for one use.
 */
final class ExactScan {

  final LoopScores scores;
  final int length;
  final @Nullable FoldConstraint constraint;

  /** Best score of the first i bases. */
  final int[] prefix;

  /** By column j and left end i: the best of one or more branches in i..j. */
  final int[][] branches;

  /** By column: left ends of the branches that are candidates, descending. */
  final int[][] candidates;

  final PairTable pairs;

  private final Lanes lanes;
  private final InteriorColumn interior;
  private final int[] manyEnding;
  private final int[] many;
  private final int[] found;

  ExactScan(LoopScores scores, Lanes lanes, @Nullable FoldConstraint constraint) {
    this.scores = scores;
    this.constraint = constraint;
    this.lanes = lanes;
    length = scores.length;
    prefix = new int[length + 1];
    branches = new int[length][];
    candidates = new int[length][];
    pairs = new PairTable(scores.code);
    interior = new InteriorColumn(scores, lanes);
    manyEnding = new int[length + 1];
    many = new int[length + 1];
    found = new int[length];
    Arrays.fill(many, NEVER);
  }

  int run() {
    for (int j = 0; j < length; j++) {
      int[] row = interior.enter(j);
      interior.prepare(j);
      prefix[j + 1] = prefix[j];
      scorePairs(j);
      scanBranches(j, row);
      storePairs(j, row);
    }
    return prefix[length];
  }

  private void scorePairs(int j) {
    int best = prefix[j];
    for (int base = 1; base < 5; base++) {
      if (!Pair.canPair(base, scores.code[j])) {
        continue;
      }
      int[] positions = pairs.positions(base);
      int count = pairs.count(base, j);
      for (int a = 0; a < count; a++) {
        int i = positions[a];
        if (constraint != null && !constraint.allows(i, j)) {
          continue;
        }
        int score = Math.max(scores.hairpin(i, j), interior.best(i, j));
        score = Math.max(score, many[i + 1] + scores.closing(i, j));
        score += constraint == null ? 0 : constraint.bonus(i, j);
        interior.put(i, j, score);
        best = Math.max(best, prefix[i] + score + scores.exterior(i, j));
      }
    }
    prefix[j + 1] = best;
  }

  /** Fills the column of branches from the right to the left, and updates {@link #many}. */
  private void scanBranches(int j, int[] pairScore) {
    int count = Math.max(0, j - EnergyModel.MIN_HAIRPIN);
    int[] own = new int[count];
    int[] before = j > 0 ? branches[j - 1] : own;
    int foundCount = 0;
    Arrays.fill(manyEnding, 0, count, NEVER);
    int best = NEVER;
    for (int i = count - 1; i >= 0; i--) {
      best = Math.max(best, manyEnding[i]);
      if (i < before.length) {
        best = Math.max(best, before[i]);
      }
      int pair = pairScore[i];
      if (pair > REAL) {
        int branch = pair + scores.branch(i, j);
        if (branch > best) {
          best = branch;
          found[foundCount++] = i;
          if (i > 0) {
            int[] left = branches[i - 1];
            lanes.raise(manyEnding, 0, left, 0, left.length, branch);
          }
        }
      }
      own[i] = best;
    }
    lanes.raise(many, 0, manyEnding, 0, count, 0);
    branches[j] = own;
    candidates[j] = Arrays.copyOf(found, foundCount);
  }

  private void storePairs(int j, int[] pairScore) {
    char[] column = pairs.newColumn(j);
    int[] own = branches[j];
    int at = 0;
    for (int base = 1; base < 5; base++) {
      if (Pair.canPair(base, scores.code[j])) {
        int[] positions = pairs.positions(base);
        int count = pairs.count(base, j);
        for (int a = 0; a < count; a++) {
          int i = positions[a];
          int score = pairScore[i];
          int behind = own[i] - score - scores.branch(i, j);
          column[at++] = (char) (score > REAL ? Math.min(behind, PairTable.FAR) : PairTable.FAR);
        }
      }
    }
  }

  /** Score of the pair (i, j), at most {@link LoopScores#REAL} if it cannot be. */
  int pair(int i, int j) {
    int behind = pairs.behind(i, j);
    return behind == PairTable.FAR ? NEVER : branches[j][i] - behind - scores.branch(i, j);
  }
}
