package org.firebreak.genome.fold.model;

/**
 * One loop of a structure and its energy. Positions are 0-based; -1 where there is none.
 *
 * @param kind what closes what
 * @param i 5' base of the closing pair
 * @param j 3' base of the closing pair
 * @param p 5' base of the inner pair of an interior loop
 * @param q 3' base of the inner pair of an interior loop
 * @param energy in 0.01 kcal/mol
 */
public record Loop(Kind kind, int i, int j, int p, int q, int energy) {

  /** Kinds of loop. */
  public enum Kind {
    /** Outside all pairs. */
    EXTERNAL,
    /** One pair. */
    HAIRPIN,
    /** Two pairs: stack, bulge or interior loop. */
    INTERIOR,
    /** Three pairs or more. */
    MULTI
  }
}
