package org.firebreak.genome.fold.model;

import java.util.Arrays;
import java.util.Map;

/**
 * Free energy of the loops of a structure by the Turner 2004 nearest-neighbour model at 37 °C, in
 * 0.01 kcal/mol.
 *
 * <p>Positions are 0-based. A pair is written (i, j) with i &lt; j. A loop that the model forbids
 * costs at least {@link #FORBIDDEN}. Immutable; safe for several threads.
 *
 * <p>Source: Mathews et al. 2004, Turner and Mathews 2010; see docs/methods/rna-folding.md.
 */
public final class EnergyModel {

  /** Energy of what cannot be. */
  public static final int FORBIDDEN = TurnerTables.FORBIDDEN;

  /** Most unpaired bases in an interior loop or bulge. */
  public static final int MAX_INTERIOR = 30;

  /** Fewest unpaired bases in a hairpin. */
  public static final int MIN_HAIRPIN = 3;

  /** Boltzmann constant times 310.15 K, in 0.01 kcal/mol. */
  public static final double KT = 1.98717 * 310.15 / 10;

  private static final double LONG_LOOP = 107.856;
  private static final int B = RnaSequence.CODES;
  private static final int KINDS = Pair.KINDS + 1;

  private final Dangles dangles;
  private final int[] stack;
  private final int[] hairpin;
  private final int[] bulge;
  private final int[] interior;
  private final int[] mismatchHairpin;
  private final int[] mismatchInterior;
  private final int[] mismatchInterior1n;
  private final int[] mismatchInterior23;
  private final int[] mismatchMulti;
  private final int[] mismatchExterior;
  private final int[] dangle5;
  private final int[] dangle3;
  private final int[] int11;
  private final int[] int21;
  private final int[] int22;
  private final int multiClosing;
  private final int multiBranch;
  private final int asymmetryEach;
  private final int asymmetryMost;
  private final int weakEnd;
  private final long[] specialKeys;
  private final int[] specialEnergies;

  private EnergyModel(TurnerTables tables, Dangles dangles) {
    this.dangles = dangles;
    stack = tables.block("stack", KINDS * KINDS);
    hairpin = tables.block("hairpin", MAX_INTERIOR + 1);
    bulge = tables.block("bulge", MAX_INTERIOR + 1);
    interior = tables.block("internal", MAX_INTERIOR + 1);
    mismatchHairpin = tables.block("mismatch_hairpin", KINDS * B * B);
    mismatchInterior = tables.block("mismatch_internal", KINDS * B * B);
    mismatchInterior1n = tables.block("mismatch_internal_1n", KINDS * B * B);
    mismatchInterior23 = tables.block("mismatch_internal_23", KINDS * B * B);
    mismatchMulti = stabilising(tables.block("mismatch_multi", KINDS * B * B));
    mismatchExterior = stabilising(tables.block("mismatch_exterior", KINDS * B * B));
    dangle5 = stabilising(tables.block("dangle5", KINDS * B));
    dangle3 = stabilising(tables.block("dangle3", KINDS * B));
    int11 = tables.block("int11", KINDS * KINDS * B * B);
    int21 = tables.block("int21", KINDS * KINDS * B * B * B);
    int22 = withUnknownBases(tables.block("int22", 36 * 256));
    int[] multi = tables.block("multi", 3);
    multiClosing = multi[0];
    multiBranch = multi[1];
    int[] asymmetry = tables.block("asymmetry", 2);
    asymmetryEach = asymmetry[0];
    asymmetryMost = asymmetry[1];
    weakEnd = tables.block("terminal_au_gu", 1)[0];
    Map<String, Integer> special = tables.specialHairpins();
    specialKeys = special.keySet().stream().mapToLong(EnergyModel::key).sorted().toArray();
    specialEnergies = new int[specialKeys.length];
    special.forEach((s, e) -> specialEnergies[Arrays.binarySearch(specialKeys, key(s))] = e);
  }

  /** The Turner 2004 model; reads its table. */
  public static EnergyModel turner2004(Dangles dangles) {
    return new EnergyModel(TurnerTables.load(), dangles);
  }

  public Dangles dangles() {
    return dangles;
  }

  /** Energy of the hairpin closed by (i, j). */
  public int hairpin(RnaSequence s, int i, int j) {
    int size = j - i - 1;
    int kind = Pair.kind(s.code(i), s.code(j));
    if (size < MIN_HAIRPIN || kind == Pair.NONE) {
      return FORBIDDEN;
    }
    if (size == 3 || size == 4 || size == 6) {
      int special = Arrays.binarySearch(specialKeys, key(s, i, j));
      if (special >= 0) {
        return specialEnergies[special];
      }
    }
    int energy = bySize(hairpin, size);
    return size == 3
        ? energy + weakEnd(kind)
        : energy + mismatchHairpin[(kind * B + s.code(i + 1)) * B + s.code(j - 1)];
  }

  /** Part of a hairpin of more than 6 unpaired bases that depends on its size, for each size. */
  public int[] hairpinSizes(int longest) {
    int[] energies = new int[longest + 1];
    for (int size = 0; size <= longest; size++) {
      energies[size] = bySize(hairpin, size);
    }
    return energies;
  }

  /** Part of a hairpin of more than 6 unpaired bases that depends on its pair and what is in it. */
  public int hairpinMismatch(int kind, int five, int three) {
    return mismatchHairpin[(kind * B + five) * B + three];
  }

  /** Energy of the stack, bulge or interior loop between the outer pair (i, j) and (p, q). */
  public int interior(RnaSequence s, int i, int j, int p, int q) {
    int outer = Pair.kind(s.code(i), s.code(j));
    int inner = Pair.kind(s.code(q), s.code(p));
    int left = p - i - 1;
    int right = j - q - 1;
    if (outer == Pair.NONE || inner == Pair.NONE || left + right > MAX_INTERIOR) {
      return FORBIDDEN;
    }
    int least = Math.min(left, right);
    int most = Math.max(left, right);
    if (least == 0) {
      return bulge(outer, inner, most);
    }
    int a = s.code(i + 1);
    int b = s.code(j - 1);
    int c = s.code(q + 1);
    int d = s.code(p - 1);
    if (most == 1) {
      return int11(outer, inner, a, b);
    }
    if (least == 1 && most == 2) {
      return left == 1 ? int21(outer, inner, a, c, b) : int21(inner, outer, c, a, d);
    }
    if (least == 2 && most == 2) {
      return int22(outer, inner, a, d, c, b);
    }
    return interiorSize(left, right)
        + interiorMismatch(outer, a, b, left, right)
        + interiorMismatch(inner, c, d, left, right);
  }

  /** A bulge of {@code size} bases, or a stack where that is 0. */
  public int bulge(int outer, int inner, int size) {
    return size <= 1
        ? (size == 0 ? 0 : bulge[1]) + stack[outer * KINDS + inner]
        : bulge[size] + weakEnd(outer) + weakEnd(inner);
  }

  /** A loop of one base on each side, next to the outer pair 5' and 3'. */
  public int int11(int outer, int inner, int five, int three) {
    return int11[((outer * KINDS + inner) * B + five) * B + three];
  }

  /** A loop of one base 5' of the first pair, two on the other side, named from that pair. */
  public int int21(int first, int second, int single, int nearSecond, int nearFirst) {
    return int21[(((first * KINDS + second) * B + single) * B + nearSecond) * B + nearFirst];
  }

  /** A loop of two bases on each side, named around the loop. */
  public int int22(int outer, int inner, int a, int d, int c, int b) {
    return int22[((((outer * Pair.KINDS + inner) * B + a) * B + d) * B + c) * B + b];
  }

  /** Part of a bulge of at least 2 that depends on its size alone. */
  public int bulgeSize(int size) {
    return bulge[size];
  }

  /**
   * Part of an interior loop that depends on its sizes alone, where each side has at least one base
   * and the loop has no table of its own.
   */
  public int interiorSize(int left, int right) {
    return interiorTotal(left + right) + asymmetry(Math.abs(left - right));
  }

  /** Part of {@link #interiorSize} that depends on the number of unpaired bases. */
  public int interiorTotal(int size) {
    return interior[size];
  }

  /** Part of {@link #interiorSize} that depends on how much one side is longer. */
  public int asymmetry(int difference) {
    return Math.min(asymmetryMost, asymmetryEach * difference);
  }

  /**
   * Part of an interior loop that depends on one of its pairs, seen from inside the loop.
   *
   * @param five base 3' of the pair's first base
   * @param three base 5' of the pair's second base
   */
  public int interiorMismatch(int kind, int five, int three, int left, int right) {
    int[] table =
        Math.min(left, right) == 1
            ? mismatchInterior1n
            : left + right == 5 ? mismatchInterior23 : mismatchInterior;
    return table[(kind * B + five) * B + three];
  }

  /** Penalty for a helix that ends in this pair. */
  public int weakEnd(int kind) {
    return Pair.isWeakEnd(kind) ? weakEnd : 0;
  }

  /** Energy of the branch (i, j) inside a multiloop. */
  public int multiBranch(RnaSequence s, int i, int j) {
    return multiBranch(
        Pair.kind(s.code(i), s.code(j)), s.codeOrUnknown(i - 1), s.codeOrUnknown(j + 1));
  }

  /** Energy of a branch of a multiloop, of the closing pair too, by its neighbours outside. */
  public int multiBranch(int kind, int five, int three) {
    int stacking = dangles == Dangles.BOTH ? mismatchMulti[(kind * B + five) * B + three] : 0;
    return multiBranch + weakEnd(kind) + stacking;
  }

  /** Energy of closing a multiloop by (i, j): the loop's own and that of the pair as a branch. */
  public int multiClosing(RnaSequence s, int i, int j) {
    return multiClosing
        + multiBranch(Pair.kind(s.code(j), s.code(i)), s.code(j - 1), s.code(i + 1));
  }

  /** Energy of closing a multiloop, without the closing pair's own part. */
  public int multiClosing() {
    return multiClosing;
  }

  /** Energy of the branch (i, j) outside all loops. */
  public int exteriorBranch(RnaSequence s, int i, int j) {
    int kind = Pair.kind(s.code(i), s.code(j));
    int energy = weakEnd(kind);
    if (dangles == Dangles.NONE) {
      return energy;
    }
    boolean five = i > 0;
    boolean three = j < s.length() - 1;
    if (five && three) {
      return exteriorBranch(kind, s.code(i - 1), s.code(j + 1));
    }
    return energy
        + (five ? dangle5[kind * B + s.code(i - 1)] : 0)
        + (three ? dangle3[kind * B + s.code(j + 1)] : 0);
  }

  /** Energy of a branch outside all loops that has a neighbour on both sides. */
  public int exteriorBranch(int kind, int five, int three) {
    int stacking = dangles == Dangles.BOTH ? mismatchExterior[(kind * B + five) * B + three] : 0;
    return weakEnd(kind) + stacking;
  }

  private static int bySize(int[] table, int size) {
    return size <= MAX_INTERIOR
        ? table[size]
        : table[MAX_INTERIOR] + (int) (LONG_LOOP * Math.log(size / (double) MAX_INTERIOR));
  }

  /** A dangling base never costs: positive measured values count as none. */
  private static int[] stabilising(int[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.min(0, values[i]);
    }
    return values;
  }

  /** Widens the 2x2 table by the unknown base, which takes the worst value of the four. */
  private static int[] withUnknownBases(int[] known) {
    int[] wide = new int[36 * 625];
    for (int pairs = 0; pairs < 36; pairs++) {
      for (int bases = 0; bases < 625; bases++) {
        wide[pairs * 625 + bases] = worst(known, pairs, bases, 125, 0);
      }
    }
    return wide;
  }

  private static int worst(int[] known, int pairs, int bases, int divisor, int index) {
    if (divisor == 0) {
      return known[pairs * 256 + index];
    }
    int base = bases / divisor % 5;
    int worst = -FORBIDDEN;
    for (int b = Math.max(base, 1); b <= (base == 0 ? 4 : base); b++) {
      worst = Math.max(worst, worst(known, pairs, bases, divisor / 5, index * 4 + b - 1));
    }
    return worst;
  }

  private static long key(String letters) {
    RnaSequence s = RnaSequence.of(letters);
    return key(s, 0, s.length() - 1);
  }

  private static long key(RnaSequence s, int i, int j) {
    long key = 1;
    for (int k = i; k <= j; k++) {
      key = key * B + s.code(k);
    }
    return key;
  }
}
