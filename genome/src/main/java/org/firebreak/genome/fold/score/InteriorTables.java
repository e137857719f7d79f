package org.firebreak.genome.fold.score;

import static org.firebreak.genome.fold.score.LoopScores.NEVER;

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
public final class InteriorTables {

  /** Positions in front of the sequence, and reach of a loop plus one. */
  public static final int PAD = 32;

  /** Most unpaired bases. */
  public static final int MOST = EnergyModel.MAX_INTERIOR;

  private static final int B = RnaSequence.CODES;

  public final LoopScores scores;

  /** Inner part of a general loop, by {@code right(j) * 25 + left(i)} of the inner pair (i, j). */
  public final int[] inner = new int[B * B * B * B];

  /** Inner part of a loop 1 x n. */
  public final int[] inner1n = new int[B * B * B * B];

  /** Inner part of a bulge of at least 2. */
  public final int[] innerBulge = new int[B * B * B * B];

  /** Outer part of a general loop by context of q, position of p. */
  public final int[][] outer = new int[B * B][];

  /** Outer part of a loop with one base on one side, at least 3 on the other. */
  public final int[][] outer1n = new int[B * B][];

  /** Outer part of a bulge of at least 2, by base of q, position of p. */
  public final int[][] outerBulge = new int[B][];

  /**
   * Size part by {@code right * 32 + 31 - left}: bulges where right is 0, loops 1 x n where it is
   * 1, general loops else; impossible where a loop has a table of its own or left is 0 or 1.
   */
  public final int[] size = new int[(MOST + 1) * 32];

  /** Size part of a bulge, by size; of a loop 1 x n by n. */
  public final int[] bulge = new int[MOST + 1];

  public final int[] oneByN = new int[MOST];

  public InteriorTables(LoopScores scores) {
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
    fillInner();
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

  private void fillInner() {
    EnergyModel model = scores.model;
    for (int right = 0; right < B * B; right++) {
      for (int left = 0; left < B * B; left++) {
        int kind = Pair.kind(right / B, left % B);
        int at = right * B * B + left;
        inner[at] = -model.interiorMismatch(kind, right % B, left / B, 3, 3);
        inner1n[at] = -model.interiorMismatch(kind, right % B, left / B, 1, 3);
        innerBulge[at] = -model.weakEnd(kind);
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
}
