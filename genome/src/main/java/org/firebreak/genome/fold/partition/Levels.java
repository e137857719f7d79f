package org.firebreak.genome.fold.partition;

/**
 * Keeps weights within the range of a double. A state (i, j) is held as weight * exp(level(i) -
 * level(j + 1)), where level(x) is the logarithm of the weight of the first x - 32 bases: known
 * before anything reaches x, and near the logarithm of the first x bases, so that what matters
 * stays near 1 for a sequence of any length. No logarithm is taken of a state.
 */
final class Levels {

  /** Bases that a level lags behind. */
  static final int LAG = 32;

  private final double[] level;
  private final double[] toBlockStart;
  private final double[] toBlockEnd;

  Levels(int length) {
    level = new double[length + 1];
    toBlockStart = new double[length + 1];
    toBlockEnd = new double[length + 1];
    for (int x = 0; x < LAG && x <= length; x++) {
      set(x, 0);
    }
  }

  /** Sets the next level; positions ascend. */
  void set(int x, double value) {
    level[x] = value;
    toBlockStart[x] = Math.exp(value - level[x & -LAG]);
    if ((x & (LAG - 1)) == 0) {
      for (int y = Math.max(0, x - LAG); y < x; y++) {
        toBlockEnd[y] = Math.exp(level[y] - value);
      }
    }
  }

  double get(int x) {
    return level[x];
  }

  /** exp(level(from) - level(to)). */
  double ratio(int from, int to) {
    return Math.exp(level[from] - level[to]);
  }

  /** Writes exp(level(i - 32 + k) - level(i)) for k = 0..31, 0 before the sequence. */
  void leftOf(int i, double[] out) {
    int block = i & -LAG;
    double unit = 1 / toBlockStart[i];
    int k = 0;
    for (int p = i - LAG; p < 0; p++) {
      out[k++] = 0;
    }
    for (int p = Math.max(0, i - LAG); p < block; p++) {
      out[k++] = toBlockEnd[p] * unit;
    }
    for (int p = block; p < i; p++) {
      out[k++] = toBlockStart[p] * unit;
    }
  }
}
