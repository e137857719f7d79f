package org.firebreak.genome.fold;

import java.util.Arrays;
import java.util.Random;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Pair;
import org.firebreak.genome.fold.model.RnaSequence;

/**
 * The slow, obvious twin of the folders: the textbook recurrences over all intervals, with minimum
 * or with sum, O(n^4) with the limit of 30 in interior loops. Shares nothing with them but the
 * energies of loops.
 */
public final class Twin {

  private final EnergyModel model;
  private final RnaSequence s;
  private final int n;
  private final boolean sum;
  private final double[][] pair;
  private final double[][] some;

  private Twin(EnergyModel model, RnaSequence s, boolean sum) {
    this.model = model;
    this.s = s;
    this.n = s.length();
    this.sum = sum;
    pair = new double[n + 1][n + 1];
    some = new double[n + 2][n + 1];
  }

  /** Minimum free energy in 0.01 kcal/mol. */
  public static int minimum(EnergyModel model, RnaSequence sequence) {
    return (int) -Math.round(new Twin(model, sequence, false).run());
  }

  /** Natural logarithm of the partition function. */
  public static double logPartition(EnergyModel model, RnaSequence sequence) {
    return new Twin(model, sequence, true).run();
  }

  public static RnaSequence randomSequence(Random random, int length) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < length; i++) {
      letters.append("ACGUGC".charAt(random.nextInt(6)));
      if (random.nextInt(60) == 0) {
        letters.setCharAt(i, 'N');
      }
    }
    return RnaSequence.of(letters.toString());
  }

  /** Score of a loop: minus energy, or minus energy over kT. */
  private double score(int energy) {
    return energy >= EnergyModel.FORBIDDEN
        ? Double.NEGATIVE_INFINITY
        : sum ? -energy / EnergyModel.KT : -energy;
  }

  private double either(double a, double b) {
    double high = Math.max(a, b);
    if (!sum || high == Double.NEGATIVE_INFINITY) {
      return high;
    }
    return high + Math.log1p(Math.exp(Math.min(a, b) - high));
  }

  private double run() {
    for (double[] row : pair) {
      Arrays.fill(row, Double.NEGATIVE_INFINITY);
    }
    for (double[] row : some) {
      Arrays.fill(row, Double.NEGATIVE_INFINITY);
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        pair[i][j] = pair(i, j);
        some[i][j] = some(i, j);
      }
    }
    double[] prefix = new double[n + 1];
    for (int j = 0; j < n; j++) {
      prefix[j + 1] = prefix[j];
      for (int i = 0; i < j; i++) {
        double inner = pair[i][j];
        if (inner != Double.NEGATIVE_INFINITY) {
          prefix[j + 1] =
              either(prefix[j + 1], prefix[i] + inner + score(model.exteriorBranch(s, i, j)));
        }
      }
    }
    return prefix[n];
  }

  private double pair(int i, int j) {
    if (!Pair.canPair(s.code(i), s.code(j))) {
      return Double.NEGATIVE_INFINITY;
    }
    double best = score(model.hairpin(s, i, j));
    for (int p = i + 1; p < j; p++) {
      for (int q = p + 1; q < j; q++) {
        if (pair[p][q] != Double.NEGATIVE_INFINITY) {
          best = either(best, pair[p][q] + score(model.interior(s, i, j, p, q)));
        }
      }
    }
    for (int k = i + 2; k < j; k++) {
      double inside = some[i + 1][k - 1] + onlyBranch(k, j - 1);
      if (inside != Double.NEGATIVE_INFINITY) {
        best = either(best, inside + score(model.multiClosing(s, i, j)));
      }
    }
    return best;
  }

  /** One or more branches in i..j. */
  private double some(int i, int j) {
    double best = Double.NEGATIVE_INFINITY;
    for (int k = i; k < j; k++) {
      double last = onlyBranch(k, j);
      double before = k > i ? either(0, some[i][k - 1]) : 0;
      best = either(best, before + last);
    }
    return best;
  }

  /** One branch that starts at k and ends anywhere up to j. */
  private double onlyBranch(int k, int j) {
    double best = Double.NEGATIVE_INFINITY;
    for (int end = k + 1; end <= j; end++) {
      if (pair[k][end] != Double.NEGATIVE_INFINITY) {
        best = either(best, pair[k][end] + score(model.multiBranch(s, k, end)));
      }
    }
    return best;
  }
}
