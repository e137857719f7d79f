package org.firebreak.epidemic.forecast.hub;

import java.time.LocalDate;
import org.firebreak.epidemic.forecast.HubLevels;

/**
 * One target of a stored forecast.
 *
 * @param location the series
 * @param origin the date the forecast was made: the last that was known
 * @param horizon steps ahead
 * @param end the date that is forecast
 * @param point the point forecast
 * @param quantiles 23, at the hub's levels, not falling
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier between kernels, never compared.
public record HubForecast(
    String location,
    LocalDate origin,
    int horizon,
    LocalDate end,
    double point,
    double[] quantiles) {

  public HubForecast {
    if (!end.isAfter(origin) || horizon < 1) {
      throw new IllegalArgumentException(
          "A forecast looks ahead: %s, %d steps, %s".formatted(origin, horizon, end));
    }
    if (quantiles.length != HubLevels.COUNT) {
      throw new IllegalArgumentException("Needs 23 quantiles, had " + quantiles.length);
    }
    for (int i = 1; i < quantiles.length; i++) {
      if (!(quantiles[i] >= quantiles[i - 1])) {
        throw new IllegalArgumentException(
            "Quantiles must not fall: %s at %s, %s at %s"
                .formatted(quantiles[i - 1], HubLevels.at(i - 1), quantiles[i], HubLevels.at(i)));
      }
    }
  }
}
