package org.firebreak.epidemic.forecast;

/**
 * A method that forecasts a series of a panel, and may learn from the others. May be used by
 * several threads.
 */
@FunctionalInterface
public interface PanelForecaster {

  /**
   * The coming values, bounded by what the series count.
   *
   * @param series index in the panel
   * @param end place on the axis before which everything is known, of all series, and nothing after
   * @param horizon steps ahead, at least 1
   */
  Forecast forecast(int series, long end, int horizon);

  /**
   * Works out what later forecasts at that end need of one series, so that several threads can
   * share it. Changes no result; nothing to do for a method that looks at each series alone.
   */
  default void prepare(int series, long end, int horizon) {}

  /** A method that looks at each series alone. */
  static PanelForecaster single(Panel panel, Forecaster method) {
    return (series, end, horizon) -> {
      Past past = panel.past(series, end);
      return method.forecast(past, horizon).within(past);
    };
  }
}
