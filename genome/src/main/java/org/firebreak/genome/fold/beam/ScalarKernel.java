package org.firebreak.genome.fold.beam;

import static org.firebreak.genome.fold.score.InteriorTables.MOST;
import static org.firebreak.genome.fold.score.InteriorTables.PAD;
import static org.firebreak.genome.fold.score.LoopScores.NEVER;
import static org.firebreak.genome.fold.score.LoopScores.REAL;

import org.firebreak.genome.fold.score.InteriorTables;

/** The kernel in plain loops: for short sequences and where vectors are not to be had. */
final class ScalarKernel extends InteriorKernel {

  ScalarKernel(InteriorTables tables) {
    super(tables);
  }

  @Override
  void pushRows(int i, int j, int bulge, int oneByN, int general) {
    int most = Math.min(MOST, length - 2 - j);
    for (int right = 0; right <= most; right++) {
      int q = j + 1 + right;
      int context = scores.left[q];
      int[] outer =
          right == 0
              ? tables.outerBulge[scores.code[q]]
              : right == 1 ? tables.outer1n[context] : tables.outer[context];
      int base = right == 0 ? bulge : right == 1 ? oneByN : general;
      int row = (q & 31) * stride + i;
      for (int k = right + 1; k < 30; k++) {
        int score = base + tables.size[right * 32 + k] + outer[i + k];
        if (score > ring[row + k]) {
          ring[row + k] = score;
        }
      }
    }
  }

  @Override
  int drainBlock(int j, int block, int[] lefts, int[] found, int count) {
    int first = block * 32;
    int row = (j & 31) * stride + PAD;
    int end = Math.min(first + 32, length);
    for (int p = first; p < end; p++) {
      int score = ring[row + p];
      if (score > REAL) {
        lefts[count] = p;
        found[count++] = score;
      }
      ring[row + p] = NEVER;
    }
    return count;
  }
}
