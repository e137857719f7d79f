package org.firebreak.genome.fold.partition;

import org.firebreak.genome.fold.model.EnergyModel;

/**
 * Probabilities of base pairs in thermal equilibrium.
 *
 * <p>Immutable by contract: the arrays are shared, not to be written to.
 *
 * @param length bases of the sequence
 * @param logPartition natural logarithm of the partition function
 * @param left 5' base of each pair, 0-based
 * @param right 3' base, ascending
 * @param probability of the pair, above the cut-off asked for
 */
@SuppressWarnings("ArrayRecordComponent") // large, read in loops, never compared
public record BasePairs(
    int length, double logPartition, int[] left, int[] right, double[] probability) {

  /** Free energy of the ensemble in kcal/mol. */
  public double ensembleKcal() {
    return -logPartition * EnergyModel.KT / 100;
  }

  /** Number of pairs. */
  public int size() {
    return left.length;
  }

  /** For each base the probability of being paired. */
  public double[] paired() {
    double[] paired = new double[length];
    for (int a = 0; a < left.length; a++) {
      paired[left[a]] += probability[a];
      paired[right[a]] += probability[a];
    }
    return paired;
  }

  /** Probability of one structure of this energy, in 0.01 kcal/mol. */
  public double frequency(int energy) {
    return Math.exp(-energy / EnergyModel.KT - logPartition);
  }
}
