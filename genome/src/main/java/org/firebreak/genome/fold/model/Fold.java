package org.firebreak.genome.fold.model;

import org.firebreak.base.error.InternalException;
import org.jspecify.annotations.Nullable;

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

  /**
   * What a scan found, after its structure was evaluated anew.
   *
   * @param score of the scan: minus the energy, plus the bonuses of the constraint
   * @throws InternalException if the evaluation gives another energy
   */
  public static Fold checked(
      EnergyModel model,
      RnaSequence sequence,
      Structure structure,
      int score,
      @Nullable FoldConstraint constraint) {
    int energy = StructureEnergy.of(model, sequence, structure).energy();
    int bonus = constraint == null ? 0 : constraint.bonus(structure);
    if (energy != bonus - score) {
      throw new InternalException(
          "energy-differs",
          "The scan found %d and its structure has %d".formatted(bonus - score, energy));
    }
    return new Fold(structure, energy);
  }
}
