package org.firebreak.genome.fold.partition;

import java.util.Arrays;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Structure;

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

  /**
   * The pairs that are more probable than not: the structure with the least expected distance to
   * the ensemble (Ding et al. 2005). Such pairs never cross or share a base.
   */
  public Structure centroid() {
    int[] partner = new int[length];
    Arrays.fill(partner, Structure.UNPAIRED);
    for (int a = 0; a < left.length; a++) {
      if (probability[a] > 0.5) {
        partner[left[a]] = right[a];
        partner[right[a]] = left[a];
      }
    }
    return Structure.of(partner);
  }

  /** Expected number of pairs in which a structure differs from one of the ensemble. */
  public double distance(Structure structure) {
    double distance = structure.pairs();
    for (int a = 0; a < left.length; a++) {
      boolean has = structure.partner(left[a]) == right[a];
      distance += has ? -probability[a] : probability[a];
    }
    return distance;
  }

  /** Expected number of pairs in which two structures of the ensemble differ. */
  public double diversity() {
    return 2 * Arrays.stream(probability).map(p -> p * (1 - p)).sum();
  }

  /** Probability of one structure of this energy, in 0.01 kcal/mol. */
  public double frequency(int energy) {
    return Math.exp(-energy / EnergyModel.KT - logPartition);
  }
}
