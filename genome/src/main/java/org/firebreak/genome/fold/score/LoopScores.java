package org.firebreak.genome.fold.score;

import java.util.Arrays;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Pair;
import org.firebreak.genome.fold.model.RnaSequence;

/**
 * The model's energies as scores (higher is better), laid out for a scan over one sequence: by the
 * contexts {@code left(i)} = bases i-1, i and {@code right(j)} = bases j, j+1, 25 values each.
 */
public final class LoopScores {

  /** Score of what cannot be; three of them together do not overflow. */
  public static final int NEVER = -(1 << 28);

  /** What is above is a real score. */
  public static final int REAL = NEVER / 2;

  private static final int B = RnaSequence.CODES;
  private static final int C = B * B;

  public final RnaSequence sequence;
  public final EnergyModel model;
  public final int length;
  public final byte[] code;
  public final int[] left;
  public final int[] right;

  /** Branch (i, j) of a multiloop, by {@code right(j) * 25 + left(i)}. */
  public final int[] branch = new int[C * C];

  /** Closing (i, j) of a multiloop, by {@code left(j) * 25 + right(i)}. */
  public final int[] closing = new int[C * C];

  private final int[] exterior = new int[C * C];
  private final int[] hairpinEnd = new int[C * C];
  private final int[] hairpinSize;

  public LoopScores(RnaSequence sequence, EnergyModel model) {
    this.sequence = sequence;
    this.model = model;
    length = sequence.length();
    code = new byte[length];
    left = new int[length];
    right = new int[length];
    for (int i = 0; i < length; i++) {
      code[i] = (byte) sequence.code(i);
      left[i] = sequence.codeOrUnknown(i - 1) * B + code[i];
      right[i] = code[i] * B + sequence.codeOrUnknown(i + 1);
    }
    hairpinSize = model.hairpinSizes(length);
    fillByContext();
  }

  private void fillByContext() {
    Arrays.fill(branch, NEVER);
    Arrays.fill(closing, NEVER);
    Arrays.fill(exterior, NEVER);
    Arrays.fill(hairpinEnd, NEVER);
    for (int near = 0; near < C; near++) {
      for (int far = 0; far < C; far++) {
        int kind = Pair.kind(far % B, near / B);
        if (kind != Pair.NONE) {
          branch[near * C + far] = -model.multiBranch(kind, far / B, near % B);
          exterior[near * C + far] = -model.exteriorBranch(kind, far / B, near % B);
        }
        int inside = Pair.kind(far / B, near % B);
        if (inside != Pair.NONE) {
          int turned = Pair.kind(near % B, far / B);
          closing[near * C + far] =
              -model.multiClosing() - model.multiBranch(turned, near / B, far % B);
          hairpinEnd[near * C + far] = -model.hairpinMismatch(inside, far % B, near / B);
        }
      }
    }
  }

  /** For each base code the positions that can pair with it. */
  public PositionSet[] pairPartners() {
    PositionSet[] partners = new PositionSet[B];
    for (int c = 0; c < B; c++) {
      partners[c] = new PositionSet(length);
      for (int i = 0; i < length; i++) {
        if (Pair.canPair(c, code[i])) {
          partners[c].add(i);
        }
      }
    }
    return partners;
  }

  public int branch(int i, int j) {
    return branch[right[j] * C + left[i]];
  }

  public int closing(int i, int j) {
    return closing[left[j] * C + right[i]];
  }

  public int exterior(int i, int j) {
    return i > 0 && j < length - 1
        ? exterior[right[j] * C + left[i]]
        : -model.exteriorBranch(sequence, i, j);
  }

  /** Hairpin closed by (i, j), which can pair, with at least 3 bases inside. */
  public int hairpin(int i, int j) {
    int size = j - i - 1;
    return size <= 6
        ? -model.hairpin(sequence, i, j)
        : hairpinEnd[left[j] * C + right[i]] - hairpinSize[size];
  }
}
