package org.firebreak.privacy.disclosure;

/**
 * When a count may be shown.
 *
 * @param threshold a count of 1 to this many persons is never shown, nor may it be computed from
 *     what is shown; 15 is the rule of FlowKit and of the mobility reports of 2020
 * @param hideZero whether 0 is hidden like a small count, so that nobody learns who was nowhere
 */
public record DisclosureRule(long threshold, boolean hideZero) {

  /** n &gt; 15, zeros shown. */
  public static final DisclosureRule STANDARD = new DisclosureRule(15, false);

  public DisclosureRule {
    if (threshold < 0) {
      throw new IllegalArgumentException("The threshold cannot be negative: " + threshold);
    }
  }

  boolean isSmall(long count) {
    return count <= threshold && (count > 0 || hideZero);
  }
}
