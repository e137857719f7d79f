package org.firebreak.privacy.linkage;

/**
 * When records are merged.
 *
 * @param merge probability from which two records are merged
 * @param review probability from which they are offered to a person
 * @param duplicateShare share of records expected to be somebody's second
 */
public record LinkageRule(double merge, double review, double duplicateShare) {

  /** One wrong merge in a hundred at most is expected among those done by itself. */
  public static final LinkageRule STANDARD = new LinkageRule(0.99, 0.30, 0.05);

  public LinkageRule {
    if (!(0 < review && review <= merge && merge < 1)) {
      throw new IllegalArgumentException(
          "0 < review <= merge < 1, were %s and %s".formatted(review, merge));
    }
    if (!(0 < duplicateShare && duplicateShare < 1)) {
      throw new IllegalArgumentException("duplicateShare is 0 to 1, was " + duplicateShare);
    }
  }
}
