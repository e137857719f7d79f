package org.firebreak.genome.fold.model;

import org.firebreak.base.error.DataException;

/**
 * What a structure has to respect, written as one character for each base: {@code .} free, {@code
 * x} unpaired, {@code (} and {@code )} this very pair, {@code |} paired with some base, {@code <}
 * paired with a later base, {@code >} paired with an earlier base.
 *
 * <p>What is forbidden is never considered. What is demanded earns a bonus far above any energy, so
 * that the best structure fulfils as many demands as can be fulfilled together; the bonus is not
 * part of any energy shown.
 *
 * <p>Immutable; safe for several threads.
 */
public final class FoldConstraint {

  /** Earned by each base whose demand is met, in 0.01 kcal/mol: 300 kcal/mol. */
  public static final int BONUS = 30_000;

  /** Bonuses of more bases would not fit the scores. */
  private static final int MOST_DEMANDS = 50_000;

  private final String text;
  private final int[] partner;
  private final int[] enclosing;

  private FoldConstraint(String text) {
    this.text = text;
    this.partner = new int[text.length()];
    this.enclosing = new int[text.length()];
  }

  /**
   * Reads a constraint.
   *
   * @throws DataException if it has another character or a bracket without partner
   */
  public static FoldConstraint parse(String text) {
    FoldConstraint constraint = new FoldConstraint(text);
    Structure pairs = Structure.parse(text.replaceAll("[x|<>]", "."));
    if (text.chars().filter(c -> c != '.' && c != 'x').count() > MOST_DEMANDS) {
      throw new DataException(
          "constraint-large", "a constraint can demand at most %d bases".formatted(MOST_DEMANDS));
    }
    int around = Structure.UNPAIRED;
    for (int i = 0; i < text.length(); i++) {
      int j = pairs.partner(i);
      constraint.partner[i] = j;
      if (j != Structure.UNPAIRED && j < i) {
        around = constraint.enclosing[j];
      }
      constraint.enclosing[i] = around;
      if (j > i) {
        around = i;
      }
    }
    return constraint;
  }

  public int length() {
    return text.length();
  }

  /**
   * Refuses a sequence of another length.
   *
   * @throws DataException if it is not the constraint's
   */
  public void requireLength(int bases) {
    if (bases != text.length()) {
      throw new DataException(
          "constraint-length",
          "the constraint has %d characters, the sequence %d bases"
              .formatted(text.length(), bases));
    }
  }

  /** Whether the constraint leaves the pair (i, j) possible. */
  public boolean allows(int i, int j) {
    char left = text.charAt(i);
    char right = text.charAt(j);
    boolean ends = left != 'x' && right != 'x' && left != '>' && right != '<';
    return ends
        && partner[i] == own(partner[i], j)
        && partner[j] == own(partner[j], i)
        && enclosing[i] == enclosing[j];
  }

  private static int own(int demanded, int offered) {
    return demanded == Structure.UNPAIRED ? demanded : offered;
  }

  /** Bonus of an allowed pair. */
  public int bonus(int i, int j) {
    return BONUS * ((text.charAt(i) == '.' ? 0 : 1) + (text.charAt(j) == '.' ? 0 : 1));
  }

  /** Bonus of a whole structure. */
  public int bonus(Structure structure) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      if (structure.partner(i) > i) {
        sum += bonus(i, structure.partner(i));
      }
    }
    return sum;
  }

  /** Whether the base is demanded to be paired. */
  public boolean demandsPair(int position) {
    return text.charAt(position) != '.' && text.charAt(position) != 'x';
  }

  /** Number of bases whose demand a structure does not meet. */
  public int unmet(Structure structure) {
    int unmet = 0;
    for (int i = 0; i < text.length(); i++) {
      if (demandsPair(i) && structure.partner(i) == Structure.UNPAIRED) {
        unmet++;
      }
    }
    return unmet;
  }
}
