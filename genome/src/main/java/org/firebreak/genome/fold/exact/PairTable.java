package org.firebreak.genome.fold.exact;

import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Pair;

/**
 * How far each pair that the letters allow stays, as a branch, behind the best of its interval, in
 * 16 bits: per column one value for each left end whose base can pair with the column's, grouped by
 * that base (3/8 of the cells of a full triangle).
 *
 * <p>A pair that stays further behind than 16 bits can say (655 kcal/mol) is in no optimal
 * structure: whatever encloses it could close a multiloop around the better branches for a few
 * kcal/mol.
 */
final class PairTable {

  /** Too far, or no pair. */
  static final int FAR = Character.MAX_VALUE;

  private final byte[] code;
  private final int[][] positions = new int[5][];
  private final int[][] countBefore = new int[5][];
  private final char[][] columns;

  PairTable(byte[] code) {
    this.code = code;
    columns = new char[code.length][];
    for (int c = 0; c < 5; c++) {
      countBefore[c] = new int[code.length + 1];
      for (int i = 0; i < code.length; i++) {
        countBefore[c][i + 1] = countBefore[c][i] + (code[i] == c ? 1 : 0);
      }
      positions[c] = new int[countBefore[c][code.length]];
      for (int i = 0, at = 0; i < code.length; i++) {
        if (code[i] == c) {
          positions[c][at++] = i;
        }
      }
    }
  }

  /** Positions of a base, ascending. */
  int[] positions(int base) {
    return positions[base];
  }

  /** How many left ends with this base are far enough from column j to close a hairpin. */
  int count(int base, int j) {
    return countBefore[base][Math.max(0, j - EnergyModel.MIN_HAIRPIN)];
  }

  /** Makes a column, to be filled group after group, bases ascending. */
  char[] newColumn(int j) {
    int size = 0;
    for (int base = 1; base < 5; base++) {
      size += Pair.canPair(base, code[j]) ? count(base, j) : 0;
    }
    columns[j] = new char[size];
    return columns[j];
  }

  /** How far the pair (i, j) stays behind, or {@link #FAR}. */
  int behind(int i, int j) {
    if (j - i <= EnergyModel.MIN_HAIRPIN || !Pair.canPair(code[i], code[j])) {
      return FAR;
    }
    int at = countBefore[code[i]][i];
    for (int base = 1; base < code[i]; base++) {
      at += Pair.canPair(base, code[j]) ? count(base, j) : 0;
    }
    return columns[j][at];
  }
}
