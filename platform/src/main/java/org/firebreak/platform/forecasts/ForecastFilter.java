package org.firebreak.platform.forecasts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which kept forecasts are meant; null = any. */
record ForecastFilter(
    @Nullable List<String> regions,
    @Nullable String indicator,
    @Nullable String kind,
    @Nullable String model,
    @Nullable LocalDate origin) {

  /** The same in some regions. */
  ForecastFilter in(List<String> codes) {
    return new ForecastFilter(codes, indicator, kind, model, origin);
  }

  String @Nullable [] regionArray() {
    return regions == null ? null : regions.toArray(String[]::new);
  }
}
