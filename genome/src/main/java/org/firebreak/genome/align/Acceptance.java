package org.firebreak.genome.align;

import java.util.Locale;
import org.firebreak.base.error.DataException;

/**
 * When an aligned sequence counts as a genome of this virus.
 *
 * @param leastCoverage least share of the reference between the first and the last aligned letter
 * @param leastIdentity least share of equal letters among the known ones that are aligned
 */
public record Acceptance(double leastCoverage, double leastIdentity) {

  /** A genome that spans 70 % of the reference and agrees in 80 % of its letters. */
  public static final Acceptance DEFAULT = new Acceptance(0.7, 0.8);

  /** Share of a sequence's own letters that must align. */
  private static final double LEAST_PART = 0.8;

  private static final int STEP = 4;
  private static final double FINE_IDENTITY = 0.97;

  public Acceptance {
    if (!(leastCoverage >= 0 && leastCoverage <= 1)) {
      throw new IllegalArgumentException("Coverage is a share from 0 to 1: " + leastCoverage);
    }
    if (!(leastIdentity >= 0.5 && leastIdentity <= 1)) {
      throw new IllegalArgumentException("Identity is a share from 0.5 to 1: " + leastIdentity);
    }
  }

  /** Whether a quick alignment needs no second look: long stretches, hardly a difference. */
  boolean isFine(byte[] query, byte[] reference, Blocks blocks) {
    if (blocks.size() == 0) {
      return false;
    }
    int lost = blocks.query(0) + query.length - blocks.queryEnd(blocks.size() - 1);
    int overhang = Math.max(0, query.length - reference.length);
    if (lost - overhang > query.length / 20) {
      return false;
    }
    return blocks.size() < 64 || share(query, reference, blocks) > FINE_IDENTITY;
  }

  /** Throws if the alignment is not that of a genome of this virus, saying what it looks like. */
  void check(byte[] query, byte[] reference, Blocks blocks, SeedIndex index) {
    int last = blocks.size() - 1;
    double identity = blocks.size() == 0 ? 0 : share(query, reference, blocks);
    int span = blocks.size() == 0 ? 0 : blocks.referenceEnd(last) - blocks.reference(0);
    int aligned = 0;
    for (int i = 0; i <= last; i++) {
      aligned += blocks.length(i);
    }
    double part = (double) aligned / query.length;
    if (identity < leastIdentity || (part < 0.5 && span < leastCoverage * reference.length)) {
      throw stranger(query, index, identity);
    }
    if (span < leastCoverage * reference.length) {
      throw new DataException(
          "genome-truncated",
          String.format(
              Locale.ROOT,
              "covers only %.1f %% of the reference (%d to %d, %d letters given); at least %.0f %%"
                  + " is asked for: a truncated or partial genome",
              100.0 * span / reference.length,
              blocks.reference(0) + 1,
              blocks.referenceEnd(last),
              query.length,
              100 * leastCoverage));
    }
    if (part < LEAST_PART) {
      throw new DataException(
          "genome-strange",
          String.format(
              Locale.ROOT,
              "only %.0f %% of its %d letters align to the reference: more than one genome, or a"
                  + " faulty assembly",
              100 * part,
              query.length));
    }
  }

  private static DataException stranger(byte[] query, SeedIndex index, double identity) {
    if (unknown(query) == query.length) {
      return new DataException("genome-unknown", "holds no known letter, only N");
    }
    int forward = index.countHits(query, STEP);
    int backward = index.countReverseHits(query, STEP);
    if (backward > 2 * forward && backward * STEP > query.length / 20) {
      return new DataException(
          "genome-reversed",
          "is the reverse complement of a genome of this virus; turn it round and send it again");
    }
    double shared = 100.0 * STEP * forward / Math.max(1, query.length);
    return new DataException(
        "genome-foreign",
        String.format(
            Locale.ROOT,
            "does not align to the reference (%.1f %% of its %d-letter words stand in it, identity"
                + " %.0f %%): another virus, too divergent or too short",
            shared,
            index.k(),
            100 * identity));
  }

  private static int unknown(byte[] query) {
    int n = 0;
    for (byte letter : query) {
      n += letter == 'N' || letter == '-' ? 1 : 0;
    }
    return n;
  }

  /** Share of equal letters among the aligned known ones. */
  private static double share(byte[] query, byte[] reference, Blocks blocks) {
    long known = 0;
    long different = 0;
    DifferenceScan scan = new DifferenceScan(query, reference);
    for (int i = 0; i < blocks.size(); i++) {
      known += blocks.length(i);
      scan.begin(blocks.query(i), blocks.reference(i), blocks.length(i));
      while (scan.next()) {
        if (Letters.base(scan.letter()) >= 0) {
          different++;
        } else {
          known -= scan.length();
        }
      }
    }
    return known == 0 ? 0 : (double) (known - different) / known;
  }
}
