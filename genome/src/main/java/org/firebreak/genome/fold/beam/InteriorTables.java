package org.firebreak.genome.fold.beam;

import static org.firebreak.genome.fold.beam.LoopScores.NEVER;

import java.util.Arrays;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Pair;
import org.firebreak.genome.fold.model.RnaSequence;

/**
 * What an interior loop's score is made of, laid out by position of the outer 5' base p.
 *
 * <p>A loop that has no table of its own scores size(left, right) + outer(p, q) + inner(i, j). The
 * outer part depends on q through the bases q-1, q alone, so there are 25 arrays over p (4 bytes a
 * base each). {@link #PAD} unused positions stand before the first base, so that a block of 32
 * positions left of any base can be read.
 */
final class InteriorTables {

  /** Positions in front of the sequence, and reach of a loop plus one. */
  static final int PAD = 32;

  /** Most unpaired bases. */
  static final int MOST = EnergyModel.MAX_INTERIOR;

  private static final int B = RnaSequence.CODES;

  final LoopScores scores;

  /** Outer part of a general loop by context of q, position of p. */
  final int[][] outer = new int[B * B][];

  /** Outer part of a loop with one base on one side, at least 3 on the other. */
  final int[][] outer1n = new int[B * B][];

  /** Outer part of a bulge of at least 2, by base of q, position of p. */
  final int[][] outerBulge = new int[B][];

  /**
   * Size part by {@code right * 32 + 31 - left}: bulges where right is 0, loops 1 x n where it is
   * 1, general loops else; impossible where a loop has a table of its own or left is 0 or 1.
   */
  final int[] size = new int[(MOST + 1) * 32];

  /** Size part of a bulge, by size; of a loop 1 x n by n. */
  final int[] bulge = new int[MOST + 1];

  final int[] oneByN = new int[MOST];

  InteriorTables(LoopScores scores) {
    this.scores = scores;
    EnergyModel model = scores.model;
    for (int a = 0; a < B * B; a++) {
      outer[a] = byPosition(a, true, 3, 3);
      outer1n[a] = byPosition(a, true, 1, 3);
    }
    for (int b = 0; b < B; b++) {
      outerBulge[b] = byPosition(b, false, 0, 0);
    }
    for (int n = 2; n <= MOST; n++) {
      bulge[n] = -model.bulgeSize(n);
    }
    for (int n = 1; n < MOST; n++) {
      oneByN[n] = -model.interiorSize(1, n);
    }
    Arrays.fill(size, NEVER);
    for (int right = 0; right <= MOST; right++) {
      for (int left = 2; left <= MOST - right; left++) {
        if (right == 0) {
          size[31 - left] = bulge[left];
        } else if (left + right > 5 || (right == 1 && left > 2)) {
          size[right * 32 + 31 - left] = -model.interiorSize(left, right);
        }
      }
    }
  }

  /** Outer part over all p for the bases (q-1, q) = context, or q alone for a bulge. */
  private int[] byPosition(int context, boolean mismatch, int left, int right) {
    int[] values = new int[PAD + scores.length + PAD];
    Arrays.fill(values, NEVER);
    int[] byContext = new int[B * B];
    for (int c = 0; c < B * B; c++) {
      int kind = Pair.kind(c / B, context % B);
      int energy =
          mismatch
              ? scores.model.interiorMismatch(kind, c % B, context / B, left, right)
              : scores.model.weakEnd(kind);
      byContext[c] = kind == Pair.NONE ? NEVER : -energy;
    }
    for (int p = 0; p < scores.length; p++) {
      values[PAD + p] = byContext[scores.right[p]];
    }
    return values;
  }

  /** Inner part of a loop, by the pair (i, j) and the sizes. */
  int inner(int i, int j, int left, int right) {
    byte[] code = scores.code;
    int kind = Pair.kind(code[j], code[i]);
    return -scores.model.interiorMismatch(kind, code[j + 1], code[i - 1], left, right);
  }
}
