package org.firebreak.genome.fold.exact;

import org.firebreak.base.error.InternalException;
import org.firebreak.base.error.ResourceException;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Fold;
import org.firebreak.genome.fold.model.RnaSequence;
import org.firebreak.genome.fold.model.Structure;
import org.firebreak.genome.fold.model.StructureEnergy;
import org.firebreak.genome.fold.score.LoopScores;

/**
 * The structure of minimum free energy, exactly, among all structures without pseudoknots whose
 * interior loops have at most 30 unpaired bases. Memory grows with the square of the length: 2.2 GB
 * for 29,903 bases.
 *
 * <p>Immutable; safe for several threads, each of which works on its own sequence.
 */
public final class ExactFolder {

  private static final double BYTES_PER_INTERVAL = 4.9;

  private final EnergyModel model;

  public ExactFolder(EnergyModel model) {
    this.model = model;
  }

  /**
   * Folds a sequence.
   *
   * @throws ResourceException if the heap is too small for its length
   */
  public Fold fold(RnaSequence sequence) {
    double intervals = 0.5 * sequence.length() * sequence.length();
    double needed = BYTES_PER_INTERVAL * intervals;
    if (needed > 0.95 * Runtime.getRuntime().maxMemory()) {
      throw new ResourceException(
          "memory-short",
          "the exact fold of %d bases needs %.1f GB of heap; use the beam (its result is close) or a larger -Xmx"
              .formatted(sequence.length(), needed / 1e9));
    }
    ExactScan scan = new ExactScan(new LoopScores(sequence, model), Lanes.best());
    int score = scan.run();
    Structure structure = new ExactBacktrace(scan).run();
    int energy = StructureEnergy.of(model, sequence, structure).energy();
    if (energy != -score) {
      throw new InternalException(
          "energy-differs", "The scan found %d and its structure has %d".formatted(-score, energy));
    }
    return new Fold(structure, energy);
  }
}
