package org.firebreak.genome.fold.beam;

import java.util.List;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Fold;
import org.firebreak.genome.fold.model.FoldConstraint;
import org.firebreak.genome.fold.model.RnaSequence;
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
    BeamScan scan = scan(sequence, constraint);
    int score = scan.run();
    return Fold.checked(model, sequence, new BeamBacktrace(scan).run(), score, constraint);
  }

  /**
   * The structures within a band above the minimum, ascending by energy, the minimum first; equal
   * ones in no particular order. Complete with beam 0, else complete among the states kept.
   *
   * @param band in 0.01 kcal/mol, at least 0
   * @param most structures listed; their number grows exponentially with band and length
   */
  public List<Fold> suboptimal(
      RnaSequence sequence, @Nullable FoldConstraint constraint, int band, int most) {
    if (band < 0 || most < 1) {
      throw new UserException(
          "band-wrong", "the band must not be negative and at least one structure be listed");
    }
    BeamScan scan = scan(sequence, constraint);
    scan.run();
    return new Suboptimal(scan, band).run(most);
  }

  private BeamScan scan(RnaSequence sequence, @Nullable FoldConstraint constraint) {
    if (constraint != null) {
      constraint.requireLength(sequence.length());
    }
    LoopScores scores = new LoopScores(sequence, model);
    return new BeamScan(scores, beam, constraint, InteriorKernel.of(scores));
  }
}
