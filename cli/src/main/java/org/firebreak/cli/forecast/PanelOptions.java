package org.firebreak.cli.forecast;

import org.firebreak.base.error.UserException;
import org.firebreak.cli.series.Cadence;
import org.firebreak.epidemic.forecast.ForecastMethod;
import org.firebreak.epidemic.forecast.Measure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the values are and how they are forecast; a picocli mixin. */
final class PanelOptions {

  private static final int HORIZON_MAX = 730;
  private static final int SEASON_MAX = 366;
  private static final int DAYS_AHEAD = 7;
  private static final int WEEKS_AHEAD = 4;

  enum GapRule {
    INTERPOLATE,
    ZERO
  }

  @Option(
      names = "--cumulative",
      description =
          "the values are totals so far: no season is modelled on them and no forecast falls")
  private boolean cumulative;

  @Option(
      names = "--method",
      defaultValue = "auto",
      converter = MethodName.class,
      description =
          "auto (the ensemble), ensemble, holt, hw-add, hw-mul, ets, arima, theta, naive, snaive,"
              + " drift, mean, logistic, gompertz or richards; default auto")
  private ForecastMethod method;

  @Option(
      names = "--season",
      paramLabel = "M",
      description = "steps per season, 1 for none; default 7 for days, else 1")
  private @Nullable Integer season;

  @Option(
      names = "--horizon",
      paramLabel = "N",
      description = "steps ahead; default 7, or 4 for weeks")
  private @Nullable Integer horizon;

  @Option(
      names = "--gaps",
      defaultValue = "INTERPOLATE",
      description =
          "what stands for a missing value: ${COMPLETION-CANDIDATES}; default INTERPOLATE, a"
              + " straight line between its neighbours")
  private GapRule gaps;

  Measure measure() {
    return cumulative ? Measure.CUMULATIVE : Measure.COUNT;
  }

  ForecastMethod method() {
    return method;
  }

  GapRule gaps() {
    return gaps;
  }

  int season(Cadence cadence) {
    int chosen = season != null ? season : cadence == Cadence.DAY ? DAYS_AHEAD : 1;
    return inRange("--season", chosen, SEASON_MAX);
  }

  int horizon(Cadence cadence) {
    int chosen = horizon != null ? horizon : cadence == Cadence.WEEK ? WEEKS_AHEAD : DAYS_AHEAD;
    return inRange("--horizon", chosen, HORIZON_MAX);
  }

  private static int inRange(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new UserException(
          "option-out-of-range", "%s must be 1 to %d, was %d".formatted(option, most, value));
    }
    return value;
  }

  static final class MethodName implements ITypeConverter<ForecastMethod> {
    @Override
    public ForecastMethod convert(String word) {
      return ForecastMethod.find(word)
          .orElseThrow(() -> new TypeConversionException("there is no method '" + word + "'"));
    }
  }
}
