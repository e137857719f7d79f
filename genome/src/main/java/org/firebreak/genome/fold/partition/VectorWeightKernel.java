package org.firebreak.genome.fold.partition;

import static org.firebreak.genome.fold.score.InteriorTables.MOST;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.firebreak.genome.fold.score.LoopScores;

/** The rows in vectors of the machine's preferred width. */
final class VectorWeightKernel extends WeightKernel {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int L = SPECIES.length();

  VectorWeightKernel(LoopScores scores, Levels levels, Demands demands) {
    super(scores, levels, demands);
  }

  @Override
  void pushRows(int i, int j, double bulge, double oneByN, double general) {
    int most = Math.min(MOST, length - 2 - j);
    for (int right = 0; right <= most; right++) {
      double factor = (right == 0 ? bulge : right == 1 ? oneByN : general) * rightScale[right];
      pushRow(right, j + 1 + right, i, factor);
    }
  }

  private void pushRow(int right, int q, int i, double factor) {
    double[] out = outerOf(right, q);
    double[] to = ring;
    int at = (q & 31) * stride + i;
    DoubleVector all = DoubleVector.broadcast(SPECIES, factor);
    for (int k = (right + 1) & -L; k < 32; k += L) {
      DoubleVector.fromArray(SPECIES, size, right * 32 + k)
          .mul(DoubleVector.fromArray(SPECIES, out, i + k))
          .mul(DoubleVector.fromArray(SPECIES, leftScale, k))
          .fma(all, DoubleVector.fromArray(SPECIES, to, at + k))
          .intoArray(to, at + k);
    }
  }

  @Override
  double pullRows(int i, int j, double bulge, double oneByN, double general) {
    int most = Math.min(MOST, length - 2 - j);
    DoubleVector sum = DoubleVector.zero(SPECIES);
    for (int right = 0; right <= most; right++) {
      int q = j + 1 + right;
      double[] out = outerOf(right, q);
      double factor = (right == 0 ? bulge : right == 1 ? oneByN : general) * rightScale[right];
      DoubleVector all = DoubleVector.broadcast(SPECIES, factor);
      int at = (q & 31) * stride + i;
      for (int k = (right + 1) & -L; k < 32; k += L) {
        sum =
            DoubleVector.fromArray(SPECIES, size, right * 32 + k)
                .mul(DoubleVector.fromArray(SPECIES, out, i + k))
                .mul(DoubleVector.fromArray(SPECIES, leftScale, k))
                .mul(all)
                .fma(DoubleVector.fromArray(SPECIES, ring, at + k), sum);
      }
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }
}
