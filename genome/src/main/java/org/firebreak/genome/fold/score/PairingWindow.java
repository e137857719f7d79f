package org.firebreak.genome.fold.score;

import java.util.Arrays;

/**
 * Which of the bases after a column can pair with each kind of base, as bits: bit r stands for the
 * base at column + 1 + r. At most 64 bases. For one thread.
 */
public final class PairingWindow {

  private final byte[] code;
  private final int reach;
  private final long[] partners = new long[5];

  /**
   * A window.
   *
   * @param code of each base, N A C G U = 0 to 4
   * @param reach bases seen
   */
  public PairingWindow(byte[] code, int reach) {
    this.code = code;
    this.reach = reach;
  }

  /** Looks at the bases after column j. */
  public void move(int j) {
    Arrays.fill(partners, 0);
    int end = Math.min(code.length - 1, j + reach);
    for (int q = j + 1; q <= end; q++) {
      long bit = 1L << (q - j - 1);
      switch (code[q]) {
        case 1 -> partners[4] |= bit;
        case 2 -> partners[3] |= bit;
        case 3 -> {
          partners[2] |= bit;
          partners[4] |= bit;
        }
        case 4 -> {
          partners[1] |= bit;
          partners[3] |= bit;
        }
        default -> {}
      }
    }
  }

  /** The bases in sight that can pair with this kind of base. */
  public long of(int base) {
    return partners[base];
  }
}
