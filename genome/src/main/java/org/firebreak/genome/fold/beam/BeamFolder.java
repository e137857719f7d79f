package org.firebreak.genome.fold.beam;

import org.firebreak.base.error.InternalException;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Fold;
import org.firebreak.genome.fold.model.FoldConstraint;
import org.firebreak.genome.fold.model.RnaSequence;
import org.firebreak.genome.fold.model.Structure;
import org.firebreak.genome.fold.model.StructureEnergy;
import org.firebreak.genome.fold.score.LoopScores;
import org.jspecify.annotations.Nullable;

/**
 * Minimum free energy structure by beam search, in time and memory linear in the length (Huang et
 * al. 2019, Bioinformatics 35:i295). With beam 0 nothing is dropped and the energy is the minimum.
 *
 * <p>Immutable; safe for several threads, each of which works on its own sequence.
 */
public final class BeamFolder {

  /** The usual beam. */
  public static final int DEFAULT_BEAM = 100;

  private final EnergyModel model;
  private final int beam;

  /**
   * A folder.
   *
   * @param beam states kept of each kind in each column, 0 = all
   */
  public BeamFolder(EnergyModel model, int beam) {
    if (beam < 0) {
      throw new UserException("beam-negative", "--beam must be 0 (none) or more, was " + beam);
    }
    this.model = model;
    this.beam = beam;
  }

  /** Folds a sequence. */
  public Fold fold(RnaSequence sequence) {
    return fold(sequence, null);
  }

  /** Folds a sequence under a constraint of its length. */
  public Fold fold(RnaSequence sequence, @Nullable FoldConstraint constraint) {
    if (constraint != null) {
      constraint.requireLength(sequence.length());
    }
    LoopScores scores = new LoopScores(sequence, model);
    BeamScan scan = new BeamScan(scores, beam, constraint, InteriorKernel.of(scores));
    int score = scan.run();
    Structure structure = new BeamBacktrace(scan).run();
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
