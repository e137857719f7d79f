package org.firebreak.genome.fold.partition;

import java.util.Arrays;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.FoldConstraint;
import org.firebreak.genome.fold.model.RnaSequence;
import org.firebreak.genome.fold.score.LoopScores;
import org.jspecify.annotations.Nullable;

/**
 * Partition function and base-pair probabilities in time and memory linear in the length (Zhang et
 * al. 2020, Bioinformatics 36:i258). With beam 0 the sum is over all structures.
 *
 * <p>Immutable; safe for several threads, each of which works on its own sequence.
 */
public final class PartitionFolder {

  private final EnergyModel model;
  private final int beam;

  /**
   * A folder.
   *
   * @param beam states kept of each kind in each column, 0 = all
   */
  public PartitionFolder(EnergyModel model, int beam) {
    if (beam < 0) {
      throw new UserException("beam-negative", "--beam must be 0 (none) or more, was " + beam);
    }
    this.model = model;
    this.beam = beam;
  }

  /** Free energy of the ensemble in kcal/mol; the inside pass alone. */
  public double ensembleKcal(RnaSequence sequence) {
    return -inside(sequence, null).run() * EnergyModel.KT / 100;
  }

  /**
   * Probabilities of all pairs from a least one on.
   *
   * @param least cut-off, above 0
   */
  public BasePairs fold(RnaSequence sequence, double least) {
    return fold(sequence, least, null);
  }

  /**
   * As {@link #fold(RnaSequence, double)}, over the structures that meet all of a constraint.
   *
   * @throws UserException if the constraint has another length
   * @throws DataException if there is no such structure
   */
  public BasePairs fold(RnaSequence sequence, double least, @Nullable FoldConstraint constraint) {
    InsideScan scan = inside(sequence, constraint);
    double logPartition = scan.run();
    new OutsideScan(scan).run();
    return collect(scan, logPartition, least);
  }

  private InsideScan inside(RnaSequence sequence, @Nullable FoldConstraint constraint) {
    if (constraint != null) {
      constraint.requireLength(sequence.length());
    }
    return new InsideScan(new LoopScores(sequence, model), beam, constraint, WeightKernel::of);
  }

  private static BasePairs collect(InsideScan scan, double logPartition, double least) {
    WeightStore pairs = scan.pairs;
    int[] left = new int[1024];
    int[] right = new int[1024];
    double[] probability = new double[1024];
    int count = 0;
    for (int j = 0; j < scan.length; j++) {
      for (int at = pairs.start(j); at < pairs.end(j); at++) {
        double p = pairs.insides()[at] * pairs.outsides()[at];
        if (p >= least) {
          if (count == left.length) {
            left = Arrays.copyOf(left, 2 * count);
            right = Arrays.copyOf(right, 2 * count);
            probability = Arrays.copyOf(probability, 2 * count);
          }
          left[count] = pairs.left(at);
          right[count] = j;
          probability[count++] = Math.min(1, p);
        }
      }
    }
    return new BasePairs(
        scan.length,
        logPartition,
        Arrays.copyOf(left, count),
        Arrays.copyOf(right, count),
        Arrays.copyOf(probability, count));
  }
}
