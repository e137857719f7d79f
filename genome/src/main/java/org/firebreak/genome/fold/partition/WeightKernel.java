package org.firebreak.genome.fold.partition;

import static org.firebreak.genome.fold.score.InteriorTables.MOST;
import static org.firebreak.genome.fold.score.InteriorTables.PAD;

import java.util.Arrays;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Pair;
import org.firebreak.genome.fold.score.InteriorTables;
import org.firebreak.genome.fold.score.LoopScores;

/**
 * Carries weights of pairs over stacks, bulges and interior loops to the pairs around them (inside
 * pass) and back (outside pass). Layout as in the search for the minimum: a ring of 32 columns,
 * each an array over the left end, 8 bytes each. The loops with at least two bases on the left go
 * through {@link Rows} in vectors. For one thread.
 */
final class WeightKernel {

  private static final int RANGE = 4_000;

  private final InteriorTables tables;
  private final LoopScores scores;
  private final EnergyModel model;
  private final Levels levels;
  private final Rows rows;
  private final byte[] code;
  private final int length;
  private final int stride;
  private final double[] ring;

  private final double[][] outer = new double[25][];
  private final double[][] outer1n = new double[25][];
  private final double[][] outerBulge = new double[5][];
  private final double[] size;
  private final double[] inner;
  private final double[] inner1n;
  private final double[] innerBulge;
  private final double[] bulge;
  private final double[] oneByN;
  private final double[] byEnergy = new double[2 * RANGE];

  private final double[] leftScale = new double[PAD];
  private final double[] rightScale = new double[MOST + 1];
  private final int[] blockTouched;
  private final int[] activeBlocks;
  private int active;

  private boolean pulling;
  private double value;
  private double pulled;

  WeightKernel(LoopScores scores, Levels levels) {
    this.scores = scores;
    this.levels = levels;
    tables = new InteriorTables(scores);
    rows = Rows.best();
    model = scores.model;
    code = scores.code;
    length = scores.length;
    stride = (length + 2 * PAD + 63) / 64 * 64 + 24;
    ring = new double[32 * stride];
    for (int c = 0; c < 25; c++) {
      outer[c] = weights(tables.outer[c]);
      outer1n[c] = weights(tables.outer1n[c]);
    }
    for (int c = 0; c < 5; c++) {
      outerBulge[c] = weights(tables.outerBulge[c]);
    }
    size = weights(tables.size);
    inner = weights(tables.inner);
    inner1n = weights(tables.inner1n);
    innerBulge = weights(tables.innerBulge);
    bulge = weights(tables.bulge);
    oneByN = weights(tables.oneByN);
    for (int e = 0; e < byEnergy.length; e++) {
      byEnergy[e] = Math.exp((RANGE - e) / EnergyModel.KT);
    }
    blockTouched = new int[length / 32 + 1];
    activeBlocks = new int[blockTouched.length];
    Arrays.fill(blockTouched, -1);
  }

  /** Weights of scores. */
  static double[] weights(int[] scores) {
    double[] weights = new double[scores.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp(scores[i] / EnergyModel.KT);
    }
    return weights;
  }

  private double weight(int energy) {
    return byEnergy[Math.min(energy, RANGE - 1) + RANGE];
  }

  /** Prepares pushes from, or pulls to, column j. */
  void enterColumn(int j) {
    int last = Math.min(MOST, length - 2 - j);
    for (int right = 0; right <= last; right++) {
      rightScale[right] = levels.ratio(j + 1, j + 2 + right);
    }
  }

  /** Adds the weight of the pair (i, j), kept, to every pair that can enclose it. */
  void push(int i, int j, double weight) {
    if (i > 0 && j < length - 1) {
      touch(Math.max(0, i - MOST - 1) >> 5, j);
      touch((i - 1) >> 5, j);
      pulling = false;
      value = weight;
      visit(i, j);
    }
  }

  /** The outside weight of (i, j) by the pairs that enclose it. */
  double pull(int i, int j) {
    if (i == 0 || j >= length - 1) {
      return 0;
    }
    pulling = true;
    pulled = 0;
    value = 1;
    visit(i, j);
    return pulled;
  }

  private void visit(int i, int j) {
    levels.leftOf(i, leftScale);
    int context = scores.right[j] * 25 + scores.left[i];
    int most = Math.min(MOST, length - 2 - j);
    for (int right = 0; right <= most; right++) {
      int q = j + 1 + right;
      double[] out =
          right == 0
              ? outerBulge[code[q]]
              : right == 1 ? outer1n[scores.left[q]] : outer[scores.left[q]];
      double[] in = right == 0 ? innerBulge : right == 1 ? inner1n : inner;
      double factor = value * in[context] * rightScale[right];
      int at = (q & 31) * stride + i;
      if (pulling) {
        pulled += factor * rows.pull(ring, at, size, right * 32, out, i, leftScale, right + 1);
      } else {
        rows.push(ring, at, size, right * 32, out, i, leftScale, right + 1, factor);
      }
    }
    visitLeft(i, j, most, innerBulge[context], inner1n[context]);
    visitSmall(i, j, most);
  }

  /** Loops with no base or one on the left and enough on the right to have no table. */
  private void visitLeft(int i, int j, int most, double inBulge, double in1n) {
    double[] toBulge = outerBulge[0];
    for (int right = 2; right <= most; right++) {
      int q = j + 1 + right;
      toBulge = outerBulge[code[q]];
      exchange(q, i - 1, 31, right, inBulge * bulge[right] * toBulge[PAD + i - 1]);
      if (i > 1 && right > 2 && right < MOST) {
        double to1n = outer1n[scores.left[q]][PAD + i - 2];
        exchange(q, i - 2, 30, right, in1n * oneByN[right] * to1n);
      }
    }
  }

  /** The loops that have a table of their own. */
  private void visitSmall(int i, int j, int most) {
    small(i, j, 0, 0, most);
    small(i, j, 0, 1, most);
    small(i, j, 1, 0, most);
    small(i, j, 1, 1, most);
    small(i, j, 1, 2, most);
    small(i, j, 2, 1, most);
    small(i, j, 2, 2, most);
    small(i, j, 2, 3, most);
    small(i, j, 3, 2, most);
  }

  private void small(int i, int j, int left, int right, int most) {
    int p = i - 1 - left;
    int q = j + 1 + right;
    if (p >= 0 && right <= most && Pair.canPair(code[p], code[q])) {
      exchange(q, p, 31 - left, right, weight(model.interior(scores.sequence, p, q, i, j)));
    }
  }

  private void exchange(int q, int p, int lane, int right, double weight) {
    double scaled = weight * leftScale[lane] * rightScale[right];
    int at = (q & 31) * stride + PAD + p;
    if (pulling) {
      pulled += ring[at] * scaled;
    } else {
      ring[at] += value * scaled;
    }
  }

  /** Adds weight to the pair (i, j) itself, in the column that is drained next. */
  void offer(int i, int j, double weight) {
    ring[(j & 31) * stride + PAD + i] += weight;
    touch(i >> 5, j - MOST - 1);
  }

  private void touch(int block, int j) {
    if (blockTouched[block] < 0) {
      activeBlocks[active++] = block;
    }
    blockTouched[block] = Math.max(blockTouched[block], Math.max(0, j));
  }

  /** Takes the pairs of column j; returns how many. */
  int drain(int j, int[] lefts, double[] found) {
    int count = 0;
    int kept = 0;
    for (int a = 0; a < active; a++) {
      int block = activeBlocks[a];
      int row = (j & 31) * stride + PAD;
      int end = Math.min(block * 32 + 32, length);
      for (int p = block * 32; p < end; p++) {
        double weight = ring[row + p];
        if (weight > 0) {
          lefts[count] = p;
          found[count++] = weight;
          ring[row + p] = 0;
        }
      }
      if (blockTouched[block] + MOST + 1 > j) {
        activeBlocks[kept++] = block;
      } else {
        blockTouched[block] = -1;
      }
    }
    active = kept;
    return count;
  }

  /** Puts the outside weight of a pair into the ring for pulls from the columns before. */
  void put(int i, int j, double weight) {
    ring[(j & 31) * stride + PAD + i] = weight;
  }

  /** Empties the ring between the passes. */
  void clear() {
    Arrays.fill(ring, 0);
  }
}
