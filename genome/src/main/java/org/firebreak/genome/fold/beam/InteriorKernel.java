package org.firebreak.genome.fold.beam;

import static org.firebreak.genome.fold.score.InteriorTables.MOST;
import static org.firebreak.genome.fold.score.InteriorTables.PAD;
import static org.firebreak.genome.fold.score.LoopScores.NEVER;

import java.util.Arrays;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Pair;
import org.firebreak.genome.fold.score.InteriorTables;
import org.firebreak.genome.fold.score.LoopScores;
import org.firebreak.genome.fold.score.PairingWindow;

/**
 * Carries scores of pairs over stacks, bulges and interior loops to the pairs around them, and
 * gathers the candidates of a column. Columns are drained in ascending order; a push from column j
 * reaches the columns j+1 to j+31.
 *
 * <p>Layout: one ring of 32 columns, each an array over the left end: {@code ring[(q mod 32) *
 * stride + 32 + p]}, 128 bytes a base in all. For one pushed pair the left ends in reach are 32
 * neighbouring ints in each of 31 columns: loops with at least two bases on the left are a sum of
 * three arrays and a maximum (this is the part that a subclass does), the others are a few scalars.
 * The stride is odd in units of three cache lines, so that the 31 rows do not fall into the same
 * cache sets. Blocks of 32 left ends that hold something are kept in a list; draining reads those
 * alone.
 *
 * <p>About 190 loops are scored for a push in some 25 vector operations and 25 scalar ones.
 * Dropped: pulling the 496 inner pairs of every candidate (8 times the work, as the beam keeps one
 * candidate in four and a fifth of a percent of all pairs), and a ring by left end, {@code [p][q
 * mod 32]}, whose columns are a strided read.
 *
 * <p>For one thread.
 */
abstract class InteriorKernel {

  final InteriorTables tables;
  final LoopScores scores;
  final int length;
  final int stride;
  final int[] ring;

  private final EnergyModel model;
  private final byte[] code;
  private final int[] blockTouched;
  final int[] activeBlocks;
  int active;

  private final int[] kindOf = new int[25];
  private final PairingWindow window;

  InteriorKernel(InteriorTables tables) {
    this.tables = tables;
    scores = tables.scores;
    model = scores.model;
    code = scores.code;
    length = scores.length;
    window = new PairingWindow(code, MOST + 1);
    int lines = (length + 2 * PAD + 15) / 16;
    stride = 16 * (lines + (67 - lines % 64) % 64);
    ring = new int[32 * stride];
    Arrays.fill(ring, NEVER);
    int blocks = length / 32 + 1;
    blockTouched = new int[blocks];
    Arrays.fill(blockTouched, -1);
    activeBlocks = new int[blocks];
    for (int c = 0; c < 25; c++) {
      kindOf[c] = Pair.kind(c / 5, c % 5);
    }
  }

  /** The best kernel of this machine for a sequence of this length. */
  static InteriorKernel of(LoopScores scores) {
    InteriorTables tables = new InteriorTables(scores);
    boolean vectors =
        scores.length >= VECTOR_FROM
            && ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return vectors ? new VectorKernel(tables) : new ScalarKernel(tables);
  }

  /** Shorter sequences are done before vector code would be compiled. */
  static final int VECTOR_FROM = 2_000;

  /** Prepares pushes from column j. */
  final void enterColumn(int j) {
    window.move(j);
  }

  /** Offers the structure closed by (i, j) to every pair that can enclose it. */
  final void push(int i, int j, int score) {
    if (i == 0 || j >= length - 1) {
      return;
    }
    touch(Math.max(0, i - MOST - 1) >> 5, j);
    touch((i - 1) >> 5, j);
    int inner = kindOf[code[j] * 5 + code[i]];
    int context = scores.right[j] * 25 + scores.left[i];
    int general = score + tables.inner[context];
    int oneByN = score + tables.inner1n[context];
    int bulge = score + tables.innerBulge[context];
    pushRows(i, j, bulge, oneByN, general);
    pushNextTo(i, j, score, bulge, inner);
    if (i >= 2) {
      pushOneAway(i, j, score, oneByN, inner);
    }
    if (i >= 3) {
      pushSmall(i, j, score, inner);
    }
  }

  /** Loops with no base on the left: the stack and the bulges on the right. */
  private void pushNextTo(int i, int j, int score, int bulge, int inner) {
    int p = i - 1;
    long partners = window.of(code[p]);
    if ((partners & 1) != 0) {
      raise(j + 1, p, score - model.bulge(kindOf[code[p] * 5 + code[j + 1]], inner, 0));
    }
    if ((partners & 2) != 0) {
      raise(j + 2, p, score - model.bulge(kindOf[code[p] * 5 + code[j + 2]], inner, 1));
    }
    for (long bits = partners & -4L; bits != 0; bits &= bits - 1) {
      int right = Long.numberOfTrailingZeros(bits);
      int q = j + 1 + right;
      raise(q, p, bulge + tables.bulge[right] + tables.outerBulge[code[q]][PAD + p]);
    }
  }

  /** Loops with one base on the left. */
  private void pushOneAway(int i, int j, int score, int oneByN, int inner) {
    int p = i - 2;
    long partners = window.of(code[p]);
    int near = code[i - 1];
    if ((partners & 1) != 0) {
      raise(j + 1, p, score - model.bulge(kindOf[code[p] * 5 + code[j + 1]], inner, 1));
    }
    if ((partners & 2) != 0) {
      int outer = kindOf[code[p] * 5 + code[j + 2]];
      raise(j + 2, p, score - model.int11(outer, inner, near, code[j + 1]));
    }
    if ((partners & 4) != 0) {
      int outer = kindOf[code[p] * 5 + code[j + 3]];
      raise(j + 3, p, score - model.int21(outer, inner, near, code[j + 1], code[j + 2]));
    }
    for (long bits = partners & 0x3ffffff8L; bits != 0; bits &= bits - 1) {
      int right = Long.numberOfTrailingZeros(bits);
      int q = j + 1 + right;
      raise(q, p, oneByN + tables.oneByN[right] + tables.outer1n[scores.left[q]][PAD + p]);
    }
  }

  /** Loops 2 x 1, 2 x 2, 2 x 3 and 3 x 2. */
  private void pushSmall(int i, int j, int score, int inner) {
    int p = i - 3;
    long partners = window.of(code[p]);
    if ((partners & 2) != 0) {
      int outer = kindOf[code[p] * 5 + code[j + 2]];
      raise(j + 2, p, score - model.int21(inner, outer, code[j + 1], code[p + 1], code[i - 1]));
    }
    if ((partners & 4) != 0) {
      int outer = kindOf[code[p] * 5 + code[j + 3]];
      int energy = model.int22(outer, inner, code[p + 1], code[i - 1], code[j + 1], code[j + 2]);
      raise(j + 3, p, score - energy);
    }
    if ((partners & 8) != 0) {
      raise(j + 4, p, score - twoByThree(p, j + 4, i, j, inner));
    }
    if (i >= 4 && (window.of(code[i - 4]) & 4) != 0) {
      raise(j + 3, i - 4, score - twoByThree(i - 4, j + 3, i, j, inner));
    }
  }

  private int twoByThree(int p, int q, int i, int j, int inner) {
    int outer = kindOf[code[p] * 5 + code[q]];
    return model.interiorSize(2, 3)
        + model.interiorMismatch(outer, code[p + 1], code[q - 1], 2, 3)
        + model.interiorMismatch(inner, code[j + 1], code[i - 1], 2, 3);
  }

  private void raise(int q, int p, int score) {
    int at = (q & 31) * stride + PAD + p;
    if (score > ring[at]) {
      ring[at] = score;
    }
  }

  /** Offers a score for the pair (i, j) itself, in the column that is drained next. */
  final void offer(int i, int j, int score) {
    raise(j, i, score);
    touch(i >> 5, j - MOST - 1);
  }

  private void touch(int block, int j) {
    int before = blockTouched[block];
    if (before < 0) {
      activeBlocks[active++] = block;
    }
    // columns count from 1 here, so that 0 and below are never "untouched"
    blockTouched[block] = Math.max(before, Math.max(0, j));
  }

  /** Takes the candidate pairs of column j with their best scores; returns how many. */
  final int drain(int j, int[] lefts, int[] found) {
    int count = 0;
    int kept = 0;
    for (int a = 0; a < active; a++) {
      int block = activeBlocks[a];
      count = drainBlock(j, block, lefts, found, count);
      if (blockTouched[block] + MOST + 1 > j) {
        activeBlocks[kept++] = block;
      } else {
        blockTouched[block] = -1;
      }
    }
    active = kept;
    return count;
  }

  /** Offers all loops with at least two bases on the left, or none at all on the right. */
  abstract void pushRows(int i, int j, int bulge, int oneByN, int general);

  /** Takes what 32 left ends hold for column j, and clears it. */
  abstract int drainBlock(int j, int block, int[] lefts, int[] found, int count);
}
