package org.firebreak.epidemic.forecast.ets;

/** What a multiplicative season learns from; with an additive season both rules are one. */
public enum SeasonRule {
  /** The value over the level expected before it (Hyndman et al. 2008; R's {@code ets}). */
  EXPECTED_LEVEL,
  /**
   * The value over the level after it, with weight gamma / (1 - alpha) (Holt-Winters' own form;
   * Python's {@code statsmodels}).
   */
  UPDATED_LEVEL
}
