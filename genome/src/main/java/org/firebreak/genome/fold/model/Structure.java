package org.firebreak.genome.fold.model;

import java.util.Arrays;
import org.firebreak.base.error.DataException;

/**
 * A secondary structure without pseudoknots: for each position its partner.
 *
 * <p>Immutable; safe for several threads.
 */
public final class Structure {

  /** Partner of a position that is unpaired. */
  public static final int UNPAIRED = -1;

  private final int[] partner;

  private Structure(int[] partner) {
    this.partner = partner;
  }

  /**
   * A structure from the partner of each position.
   *
   * @param partner 0-based, {@link #UNPAIRED} where there is none; copied
   * @throws DataException if partners do not agree or pairs cross
   */
  public static Structure of(int[] partner) {
    int[] own = partner.clone();
    int[] open = new int[own.length];
    int depth = 0;
    for (int i = 0; i < own.length; i++) {
      int j = own[i];
      if (j == UNPAIRED) {
        continue;
      }
      if (j < 0 || j >= own.length || j == i || own[j] != i) {
        throw new DataException(
            "pair-invalid", "position %d has no valid partner".formatted(i + 1));
      }
      if (j > i) {
        open[depth++] = i;
      } else if (open[--depth] != j) {
        throw new DataException(
            "pairs-cross", "the pair (%d, %d) crosses another".formatted(j + 1, i + 1));
      }
    }
    return new Structure(own);
  }

  /**
   * A structure from dots and brackets.
   *
   * @throws DataException if a bracket has no partner or another character stands there
   */
  public static Structure parse(String dotBracket) {
    int[] partner = new int[dotBracket.length()];
    Arrays.fill(partner, UNPAIRED);
    int[] open = new int[partner.length];
    int depth = 0;
    for (int i = 0; i < partner.length; i++) {
      char c = dotBracket.charAt(i);
      if (c == '(') {
        open[depth++] = i;
      } else if (c == ')') {
        if (depth == 0) {
          throw new DataException(
              "bracket-unmatched", "')' at position %d has no '('".formatted(i + 1));
        }
        partner[i] = open[--depth];
        partner[partner[i]] = i;
      } else if (c != '.') {
        throw new DataException(
            "bracket-unknown",
            "'%c' at position %d is not one of '.', '(', ')'".formatted(c, i + 1));
      }
    }
    if (depth > 0) {
      throw new DataException(
          "bracket-unmatched", "'(' at position %d has no ')'".formatted(open[depth - 1] + 1));
    }
    return new Structure(partner);
  }

  public int length() {
    return partner.length;
  }

  /** Partner of a position, or {@link #UNPAIRED}. */
  public int partner(int position) {
    return partner[position];
  }

  /** Number of pairs. */
  public int pairs() {
    return (int) Arrays.stream(partner).filter(p -> p >= 0).count() / 2;
  }

  /** Dots and brackets, one character for each position. */
  public String dotBracket() {
    char[] text = new char[partner.length];
    for (int i = 0; i < text.length; i++) {
      text[i] = partner[i] == UNPAIRED ? '.' : partner[i] > i ? '(' : ')';
    }
    return new String(text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Structure s && Arrays.equals(partner, s.partner);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(partner);
  }

  @Override
  public String toString() {
    return dotBracket();
  }
}
