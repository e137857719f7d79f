package org.firebreak.genome.fold.partition;

import static org.firebreak.genome.fold.score.InteriorTables.MOST;

import org.firebreak.genome.fold.score.LoopScores;

/** Plain loops. */
final class ScalarWeightKernel extends WeightKernel {

  ScalarWeightKernel(LoopScores scores, Levels levels, Demands demands) {
    super(scores, levels, demands);
  }

  @Override
  void pushRows(int i, int j, double bulge, double oneByN, double general) {
    int most = Math.min(MOST, length - 2 - j);
    for (int right = 0; right <= most; right++) {
      int q = j + 1 + right;
      double[] out = outerOf(right, q);
      double factor = (right == 0 ? bulge : right == 1 ? oneByN : general) * rightScale[right];
      int at = (q & 31) * stride + i;
      for (int k = right + 1; k < 30; k++) {
        ring[at + k] += factor * size[right * 32 + k] * out[i + k] * leftScale[k];
      }
    }
  }

  @Override
  double pullRows(int i, int j, double bulge, double oneByN, double general) {
    int most = Math.min(MOST, length - 2 - j);
    double sum = 0;
    for (int right = 0; right <= most; right++) {
      int q = j + 1 + right;
      double[] out = outerOf(right, q);
      double factor = (right == 0 ? bulge : right == 1 ? oneByN : general) * rightScale[right];
      int at = (q & 31) * stride + i;
      for (int k = right + 1; k < 30; k++) {
        sum += factor * size[right * 32 + k] * out[i + k] * leftScale[k] * ring[at + k];
      }
    }
    return sum;
  }
}
