package org.firebreak.genome.fold.exact;

import org.firebreak.base.error.ResourceException;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Fold;
import org.firebreak.genome.fold.model.FoldConstraint;
import org.firebreak.genome.fold.model.RnaSequence;
import org.firebreak.genome.fold.score.LoopScores;
import org.jspecify.annotations.Nullable;

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
    return fold(sequence, null);
  }

  /** As {@link #fold(RnaSequence)}, under a constraint of the sequence's length. */
  public Fold fold(RnaSequence sequence, @Nullable FoldConstraint constraint) {
    if (constraint != null) {
      constraint.requireLength(sequence.length());
    }
    requireMemory(sequence.length());
    ExactScan scan = new ExactScan(new LoopScores(sequence, model), Lanes.best(), constraint);
    int score = scan.run();
    return Fold.checked(model, sequence, new ExactBacktrace(scan).run(), score, constraint);
  }

  private static void requireMemory(int length) {
    double needed = BYTES_PER_INTERVAL * 0.5 * length * length;
    if (needed > 0.95 * Runtime.getRuntime().maxMemory()) {
      throw new ResourceException(
          "memory-short",
          "the exact fold of %d bases needs %.1f GB of heap; use the beam (its result is close) or a larger -Xmx"
              .formatted(length, needed / 1e9));
    }
  }
}
