package org.firebreak.platform.forecasts;

import java.time.LocalDate;
import org.firebreak.epidemic.forecast.HubLevels;
import org.jspecify.annotations.Nullable;

/**
 * What a forecast says of one day.
 *
 * @param point the point forecast
 * @param quantiles 23, at the hub's levels, not falling
 * @param baseline those of the baseline from the same data, null if it could not be made
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Target(LocalDate date, double point, double[] quantiles, double @Nullable [] baseline) {

  Target {
    if (quantiles.length != HubLevels.COUNT) {
      throw new IllegalArgumentException("Needs 23 quantiles, had " + quantiles.length);
    }
  }
}
