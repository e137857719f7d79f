package org.firebreak.platform.forecasts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kept forecast without its targets; see {@link NewForecast} for the fields.
 *
 * @param weekTotal 23 quantiles, null if there are none
 */
record ForecastHead(
    long id,
    String region,
    String regionPath,
    String indicator,
    Counting kind,
    String model,
    @Nullable String method,
    @Nullable String source,
    @Nullable Instant vintage,
    LocalDate origin,
    boolean retrospective,
    @Nullable String version,
    Map<String, String> parameters,
    @Nullable List<Double> weekTotal,
    @Nullable String fileName,
    String madeBy,
    Instant madeAt) {}
