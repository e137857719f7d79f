package org.firebreak.epidemic.forecast.smooth;

/** How a season enters a series: added to it, or as a factor. */
public enum SeasonalKind {
  ADDITIVE,
  MULTIPLICATIVE
}
