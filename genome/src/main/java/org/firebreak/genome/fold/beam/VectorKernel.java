package org.firebreak.genome.fold.beam;

import static org.firebreak.genome.fold.score.InteriorTables.MOST;
import static org.firebreak.genome.fold.score.InteriorTables.PAD;
import static org.firebreak.genome.fold.score.LoopScores.NEVER;
import static org.firebreak.genome.fold.score.LoopScores.REAL;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.firebreak.genome.fold.score.InteriorTables;

/** The kernel in vectors of the machine's preferred width (8 or 16 left ends at a time). */
final class VectorKernel extends InteriorKernel {

  private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  VectorKernel(InteriorTables tables) {
    super(tables);
  }

  @Override
  void pushRows(int i, int j, int bulge, int oneByN, int general) {
    int most = Math.min(MOST, length - 2 - j);
    int[] left = scores.left;
    if (most >= 0) {
      row(0, j + 1, i, bulge, tables.outerBulge[scores.code[j + 1]]);
    }
    if (most >= 1) {
      row(1, j + 2, i, oneByN, tables.outer1n[left[j + 2]]);
    }
    for (int right = 2; right <= most; right++) {
      int q = j + 1 + right;
      row(right, q, i, general, tables.outer[left[q]]);
    }
  }

  private void row(int right, int q, int i, int base, int[] outer) {
    int[] to = ring;
    int[] size = tables.size;
    int at = (q & 31) * stride + i;
    for (int k = (right + 1) & -LANES; k < 32; k += LANES) {
      IntVector.fromArray(SPECIES, size, right * 32 + k)
          .add(IntVector.fromArray(SPECIES, outer, i + k))
          .add(base)
          .max(IntVector.fromArray(SPECIES, to, at + k))
          .intoArray(to, at + k);
    }
  }

  @Override
  int drainBlock(int j, int block, int[] lefts, int[] found, int count) {
    int first = block * 32;
    int row = (j & 31) * stride + PAD + first;
    for (int k = 0; k < 32; k += LANES) {
      IntVector values = IntVector.fromArray(SPECIES, ring, row + k);
      long real = values.compare(VectorOperators.GT, REAL).toLong();
      if (real != 0) {
        for (; real != 0; real &= real - 1) {
          int lane = k + Long.numberOfTrailingZeros(real);
          lefts[count] = first + lane;
          found[count++] = ring[row + lane];
        }
        IntVector.broadcast(SPECIES, NEVER).intoArray(ring, row + k);
      }
    }
    return count;
  }
}
