package org.firebreak.epidemic.forecast;

/** A method that forecasts one series from its own past. Pure: same past, same forecast. */
@FunctionalInterface
public interface Forecaster {

  /**
   * The coming values, not yet bounded by what the series counts (see {@link Forecast#within}).
   *
   * @param past what is known
   * @param horizon steps ahead, at least 1
   */
  Forecast forecast(Past past, int horizon);
}
