package org.firebreak.genome.fold.partition;

import static org.firebreak.genome.fold.score.InteriorTables.MOST;
import static org.firebreak.genome.fold.score.InteriorTables.PAD;

import java.util.Arrays;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Pair;
import org.firebreak.genome.fold.score.InteriorTables;
import org.firebreak.genome.fold.score.LoopScores;
import org.firebreak.genome.fold.score.PairingWindow;

/**
 * Carries weights of pairs over stacks, bulges and interior loops to the pairs around them (inside
 * pass) and back (outside pass). Layout as in the search for the minimum: a ring of 32 columns,
 * each an array over the left end, 8 bytes each. The loops with at least two bases on the left are
 * rows of 32 neighbouring doubles, which a subclass does; the others are visited one by one where
 * the bases can pair. For one thread.
 */
abstract class WeightKernel {

  /** Loops between plus and minus 40 kcal/mol are looked up; none is outside. */
  private static final int RANGE = 4_000;

  private final InteriorTables tables;
  private final EnergyModel model;
  private final Levels levels;
  private final Demands demands;
  private final PairingWindow window;
  private final int[] blockTouched;
  private final int[] activeBlocks;
  private int active;

  private final double[] inner;
  private final double[] inner1n;
  private final double[] innerBulge;
  private final double[] bulge;
  private final double[] oneByN;
  private final double[] byEnergy = new double[2 * RANGE];

  private boolean pulling;
  private double value;
  private double pulled;

  final LoopScores scores;
  final byte[] code;
  final int length;
  final int stride;
  final double[] ring;

  /** Weights of {@link InteriorTables#outer} and its like. */
  final double[][] outer;

  final double[][] outer1n;
  final double[][] outerBulge;

  /** Weights of {@link InteriorTables#size}. */
  final double[] size;

  /** What a step to the left by 32 - k bases, to the right by 1 + k bases, does to the scale. */
  final double[] leftScale = new double[PAD];

  final double[] rightScale = new double[MOST + 1];

  WeightKernel(LoopScores scores, Levels levels, Demands demands) {
    this.scores = scores;
    this.levels = levels;
    this.demands = demands;
    tables = new InteriorTables(scores);
    model = scores.model;
    code = scores.code;
    length = scores.length;
    window = new PairingWindow(code, MOST + 1);
    stride = (length + 2 * PAD + 63) / 64 * 64 + 24;
    ring = new double[32 * stride];
    outer = weights(tables.outer);
    outer1n = weights(tables.outer1n);
    outerBulge = weights(tables.outerBulge);
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

  /** The best kernel of this machine. */
  static WeightKernel of(LoopScores scores, Levels levels, Demands demands) {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        ? new VectorWeightKernel(scores, levels, demands)
        : new ScalarWeightKernel(scores, levels, demands);
  }

  /** Weights of scores. */
  static double[] weights(int[] scores) {
    double[] weights = new double[scores.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp(scores[i] / EnergyModel.KT);
    }
    return weights;
  }

  private static double[][] weights(int[][] scores) {
    return Arrays.stream(scores).map(WeightKernel::weights).toArray(double[][]::new);
  }

  /** Prepares pushes from, or pulls to, column j. */
  final void enterColumn(int j) {
    window.move(j);
    int last = Math.min(MOST, length - 2 - j);
    for (int right = 0; right <= last; right++) {
      boolean skipsNone = j + 1 + right <= demands.after[j];
      rightScale[right] = skipsNone ? levels.ratio(j + 1, j + 2 + right) : 0;
    }
  }

  /** Adds the weight of the pair (i, j), kept, to every pair that can enclose it. */
  final void push(int i, int j, double weight) {
    if (i > 0 && j < length - 1) {
      touch(Math.max(0, i - MOST - 1) >> 5, j);
      touch((i - 1) >> 5, j);
      scaleLeftOf(i);
      pulling = false;
      value = weight;
      int context = scores.right[j] * 25 + scores.left[i];
      pushRows(
          i, j, weight * innerBulge[context], weight * inner1n[context], weight * inner[context]);
      visitSingly(i, j, context);
    }
  }

  /** The outside weight of (i, j) by the pairs that enclose it. */
  final double pull(int i, int j) {
    if (i == 0 || j >= length - 1) {
      return 0;
    }
    scaleLeftOf(i);
    pulling = true;
    pulled = 0;
    int context = scores.right[j] * 25 + scores.left[i];
    double rows = pullRows(i, j, innerBulge[context], inner1n[context], inner[context]);
    visitSingly(i, j, context);
    return rows + pulled;
  }

  private void scaleLeftOf(int i) {
    levels.leftOf(i, leftScale);
    for (int k = PAD - 1 - (i - demands.before[i]); k >= 0; k--) {
      leftScale[k] = 0;
    }
  }

  /** The loops that are not in rows. */
  private void visitSingly(int i, int j, int context) {
    int kind = Pair.kind(code[j], code[i]);
    visitNextTo(i, j, kind, innerBulge[context]);
    if (i >= 2) {
      visitOneAway(i, j, kind, inner1n[context]);
    }
    if (i >= 3) {
      visitSmall(i, j, kind);
    }
  }

  /** Loops with no base on the left: the stack and the bulges on the right. */
  private void visitNextTo(int i, int j, int kind, double in) {
    int p = i - 1;
    long partners = window.of(code[p]);
    for (long bits = partners & 3; bits != 0; bits &= bits - 1) {
      int right = Long.numberOfTrailingZeros(bits);
      int q = j + 1 + right;
      exchange(q, p, 31, right, weight(model.bulge(outerKind(p, q), kind, right)));
    }
    for (long bits = partners & -4L; bits != 0; bits &= bits - 1) {
      int right = Long.numberOfTrailingZeros(bits);
      int q = j + 1 + right;
      exchange(q, p, 31, right, in * bulge[right] * outerBulge[code[q]][PAD + p]);
    }
  }

  /** Loops with one base on the left. */
  private void visitOneAway(int i, int j, int kind, double in) {
    int p = i - 2;
    int near = code[i - 1];
    long partners = window.of(code[p]);
    if ((partners & 1) != 0) {
      exchange(j + 1, p, 30, 0, weight(model.bulge(outerKind(p, j + 1), kind, 1)));
    }
    if ((partners & 2) != 0) {
      int energy = model.int11(outerKind(p, j + 2), kind, near, code[j + 1]);
      exchange(j + 2, p, 30, 1, weight(energy));
    }
    if ((partners & 4) != 0) {
      int energy = model.int21(outerKind(p, j + 3), kind, near, code[j + 1], code[j + 2]);
      exchange(j + 3, p, 30, 2, weight(energy));
    }
    for (long bits = partners & 0x3ffffff8L; bits != 0; bits &= bits - 1) {
      int right = Long.numberOfTrailingZeros(bits);
      int q = j + 1 + right;
      exchange(q, p, 30, right, in * oneByN[right] * outer1n[scores.left[q]][PAD + p]);
    }
  }

  /** Loops 2 x 1, 2 x 2, 2 x 3 and 3 x 2. */
  private void visitSmall(int i, int j, int kind) {
    int p = i - 3;
    long partners = window.of(code[p]);
    if ((partners & 2) != 0) {
      int energy = model.int21(kind, outerKind(p, j + 2), code[j + 1], code[p + 1], code[i - 1]);
      exchange(j + 2, p, 29, 1, weight(energy));
    }
    if ((partners & 4) != 0) {
      int energy =
          model.int22(
              outerKind(p, j + 3), kind, code[p + 1], code[i - 1], code[j + 1], code[j + 2]);
      exchange(j + 3, p, 29, 2, weight(energy));
    }
    if ((partners & 8) != 0) {
      exchange(j + 4, p, 29, 3, weight(model.interior(scores.sequence, p, j + 4, i, j)));
    }
    if (i >= 4 && (window.of(code[i - 4]) & 4) != 0) {
      exchange(j + 3, i - 4, 28, 2, weight(model.interior(scores.sequence, i - 4, j + 3, i, j)));
    }
  }

  private int outerKind(int p, int q) {
    return Pair.kind(code[p], code[q]);
  }

  private double weight(int energy) {
    return byEnergy[Math.min(energy, RANGE - 1) + RANGE];
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
  final void offer(int i, int j, double weight) {
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
  final int drain(int j, int[] lefts, double[] found) {
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
  final void put(int i, int j, double weight) {
    ring[(j & 31) * stride + PAD + i] = weight;
  }

  /** Empties the ring between the passes. */
  final void clear() {
    Arrays.fill(ring, 0);
  }

  /** The array of outer parts and the inner factor of a row: a bulge, 1 x n or general loops. */
  final double[] outerOf(int right, int q) {
    return right == 0
        ? outerBulge[code[q]]
        : right == 1 ? outer1n[scores.left[q]] : outer[scores.left[q]];
  }

  /** Adds all loops with at least two bases on the left, given the inner part times the weight. */
  abstract void pushRows(int i, int j, double bulge, double oneByN, double general);

  /** The sum over the same loops of what is in the ring, given the inner part. */
  abstract double pullRows(int i, int j, double bulge, double oneByN, double general);
}
