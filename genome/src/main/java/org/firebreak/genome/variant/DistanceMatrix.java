package org.firebreak.genome.variant;

/**
 * Number of sites at which two genomes surely differ: both known, letters unequal; gaps do not
 * count (the SNP distance of snp-dists). Merges two sorted lists a pair: O(substitutions + ranges).
 */
public final class DistanceMatrix {

  private DistanceMatrix() {}

  /** Distance of two genomes. */
  public static int distance(Nucleotides a, Nucleotides b) {
    return oneSided(a, b) + oneSided(b, a) - bothDiffer(a, b);
  }

  /** Substitutions of a that b, being known there, does not share. */
  private static int oneSided(Nucleotides a, Nucleotides b) {
    int n = 0;
    int j = 0;
    int[] other = b.substitutions();
    for (int packed : a.substitutions()) {
      while (j < other.length && other[j] >>> 8 < packed >>> 8) {
        j++;
      }
      boolean shared = j < other.length && other[j] == packed;
      if (!shared && isKnown(b, Nucleotides.position(packed))) {
        n++;
      }
    }
    return n;
  }

  /** Sites where both differ from the reference and from each other, counted from both sides. */
  private static int bothDiffer(Nucleotides a, Nucleotides b) {
    int n = 0;
    int j = 0;
    int[] other = b.substitutions();
    for (int packed : a.substitutions()) {
      while (j < other.length && other[j] >>> 8 < packed >>> 8) {
        j++;
      }
      if (j < other.length && other[j] >>> 8 == packed >>> 8 && other[j] != packed) {
        n++;
      }
    }
    return n;
  }

  private static boolean isKnown(Nucleotides genome, int position) {
    if (position < genome.start()
        || position >= genome.end()
        || Nucleotides.inside(genome.missing(), position)
        || Nucleotides.inside(genome.deletions(), position)) {
      return false;
    }
    for (int packed : genome.mixed()) {
      if (Nucleotides.position(packed) == position) {
        return false;
      }
    }
    return true;
  }
}
