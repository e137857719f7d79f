package org.firebreak.genome.fold.model;

/**
 * A structure and its energy.
 *
 * @param structure the structure
 * @param energy in 0.01 kcal/mol
 */
public record Fold(Structure structure, int energy) {

  /** Energy in kcal/mol. */
  public double kcal() {
    return energy / 100.0;
  }
}
