package org.firebreak.genome.fold.beam;

import static org.firebreak.genome.fold.score.LoopScores.NEVER;

import java.util.Arrays;
import org.firebreak.genome.fold.model.FoldConstraint;
import org.firebreak.genome.fold.score.LoopScores;
import org.firebreak.genome.fold.score.PositionSet;
import org.jspecify.annotations.Nullable;

/**
 * The scan of the beam search: from the 5' to the 3' end, column by column, keeping of each kind of
 * state the best b + 1 left ends by prefix score + score (Huang et al. 2019).
 *
 * <p>States that end in column j: hairpin openings, multiloops waiting for their closing base,
 * pairs (P), two or more branches that end in a pair (M2), one or more branches (M), and the best
 * prefix (C). Openings and multiloops wait for the next base that can pair with their left end; as
 * the waiting costs nothing, each is one number by left end in a dense array, and the ones that
 * meet a partner in column j are the members of a bit set.
 *
 * <p>Kept states take 8 bytes each; nothing is allocated in the loop. Cost per column O(b log b + b
 * times the loops in reach). For one thread, for one use.
 */
final class BeamScan {

  /** A multiloop's first branch begins at most this many bases after its closing base. */
  static final int LEFT_REACH = 30;

  private static final int BRANCH_TAIL = 6;
  private static final int FIRST_HAIRPIN = 4;

  final LoopScores scores;
  final int length;
  final int beam;
  final @Nullable FoldConstraint constraint;

  /** Best score of the first i bases. */
  final int[] prefix;

  /** Kept pairs: score and left end. */
  final ColumnStore pairs;

  /** Kept states of two or more branches: score and left end. */
  final ColumnStore manyBranches;

  /** Kept states of one or more branches: prefix + score and left end, descending. */
  final ColumnStore branches;

  private final InteriorKernel kernel;
  private final PositionSet[] pairsWith;
  private final PositionSet openings;
  private final PositionSet waiting;
  private final int[] waitingScore;
  private final BranchList branchList;
  private final BranchJoin join;

  private final int[] lefts;
  private final int[] found;
  private final int[] keys;
  private final long[] packed;
  private int pairCount;

  BeamScan(
      LoopScores scores, int beam, @Nullable FoldConstraint constraint, InteriorKernel kernel) {
    this.scores = scores;
    this.length = scores.length;
    this.beam = beam;
    this.constraint = constraint;
    prefix = new int[length + 1];
    pairs = new ColumnStore(length);
    manyBranches = new ColumnStore(length);
    branches = new ColumnStore(length);
    this.kernel = kernel;
    pairsWith = scores.pairPartners();
    openings = new PositionSet(length);
    waiting = new PositionSet(length);
    waitingScore = new int[length];
    Arrays.fill(waitingScore, NEVER);
    lefts = new int[length + 1];
    found = new int[length + 1];
    keys = new int[length + 1];
    packed = new long[length + 1];
    branchList = new BranchList(prefix, length, beam);
    join = new BranchJoin(prefix, branches, length, beam);
  }

  /** Runs the scan; returns the score of the whole sequence. */
  int run() {
    for (int j = 0; j < length; j++) {
      kernel.enterColumn(j);
      openHairpins(j);
      if (j > 0) {
        closeMultiloops(j);
        takePairs(j);
        extendPairs(j);
        joinBranches(j);
        branchList.finish(j, j < length - 1);
      }
      branches.append(j, branchList.entries(), branchList.count());
    }
    return prefix[length];
  }

  private void openHairpins(int j) {
    if (j >= FIRST_HAIRPIN) {
      openings.add(j - FIRST_HAIRPIN);
    }
    PositionSet partners = pairsWith[scores.code[j]];
    int count = openings.members(partners, j - FIRST_HAIRPIN + 1, lefts);
    for (int a = 0; a < count; a++) {
      found[a] = scores.hairpin(lefts[a], j);
    }
    int least = threshold(count);
    for (int a = 0; a < count; a++) {
      int i = lefts[a];
      if (prefix[i] + found[a] >= least || isDemanded(i)) {
        kernel.offer(i, j, found[a]);
      } else {
        openings.remove(i);
      }
    }
  }

  private boolean isDemanded(int i) {
    return constraint != null && constraint.demandsPair(i);
  }

  private void closeMultiloops(int j) {
    int count = waiting.members(pairsWith[scores.code[j]], j, lefts);
    for (int a = 0; a < count; a++) {
      found[a] = waitingScore[lefts[a]];
    }
    int least = threshold(count);
    for (int a = 0; a < count; a++) {
      int i = lefts[a];
      if (prefix[i] + found[a] >= least) {
        kernel.offer(i, j, found[a] + scores.closing(i, j));
      } else {
        waiting.remove(i);
        waitingScore[i] = NEVER;
      }
    }
  }

  /** Leaves the kept pairs of the column in {@link #lefts} and {@link #found}. */
  private void takePairs(int j) {
    int count = kernel.drain(j, lefts, found);
    if (constraint != null) {
      count = applyConstraint(constraint, j, count);
    }
    int least = threshold(count);
    int kept = 0;
    for (int a = 0; a < count; a++) {
      int i = lefts[a];
      int score = found[a];
      if (prefix[i] + score >= least) {
        lefts[kept] = i;
        found[kept] = score;
        packed[kept++] = ColumnStore.pack(score, i);
      }
    }
    pairCount = kept;
    pairs.append(j, packed, kept);
  }

  private int applyConstraint(FoldConstraint wanted, int j, int count) {
    int kept = 0;
    for (int a = 0; a < count; a++) {
      if (wanted.allows(lefts[a], j)) {
        lefts[kept] = lefts[a];
        found[kept++] = found[a] + wanted.bonus(lefts[a], j);
      }
    }
    return kept;
  }

  /** Pairs into the prefix, into branches, and into the pairs around them. */
  private void extendPairs(int j) {
    int best = prefix[j];
    boolean inner = j < length - 1;
    boolean first = j < length - BRANCH_TAIL;
    join.enterColumn();
    for (int a = 0; a < pairCount; a++) {
      int i = lefts[a];
      int score = found[a];
      best = Math.max(best, prefix[i] + score + scores.exterior(i, j));
      if (i > 0 && inner) {
        int branch = score + scores.branch(i, j);
        if (first) {
          branchList.offer(j, i, branch);
        }
        if (i > 1) {
          join.add(i, branch);
        }
        kernel.push(i, j, score);
      }
    }
    prefix[j + 1] = best;
  }

  private void joinBranches(int j) {
    int count = 0;
    if (j < length - 1) {
      count = join.run(pairCount, lefts, found);
      int least = threshold(count);
      int kept = 0;
      for (int a = 0; a < count; a++) {
        int i = lefts[a];
        int score = found[a];
        if (prefix[i] + score >= least) {
          packed[kept++] = ColumnStore.pack(score, i);
          branchList.offer(j, i, score);
          offerMultiloop(i, score);
        }
      }
      count = kept;
    }
    manyBranches.append(j, packed, count);
  }

  /** A multiloop may begin up to 30 bases before its first branch. */
  private void offerMultiloop(int p, int score) {
    int from = Math.max(0, p - LEFT_REACH);
    for (int i = from; i < p; i++) {
      waitingScore[i] = Math.max(waitingScore[i], score);
    }
    waiting.addRange(from, p);
  }

  private int threshold(int count) {
    if (beam == 0 || count <= beam) {
      return Integer.MIN_VALUE;
    }
    for (int a = 0; a < count; a++) {
      keys[a] = prefix[lefts[a]] + found[a];
    }
    return Threshold.of(keys, count, beam);
  }
}
