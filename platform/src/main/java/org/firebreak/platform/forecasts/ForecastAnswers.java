package org.firebreak.platform.forecasts;

import java.time.LocalDate;
import java.util.List;
import org.firebreak.base.LocalizedText;
import org.firebreak.platform.catalog.DatasetRef;
import org.firebreak.platform.forecasts.ScoreTable.ForecastScore;
import org.firebreak.platform.forecasts.ScoreTable.ModelScore;
import org.jspecify.annotations.Nullable;

/** What is answered about forecasts. */
final class ForecastAnswers {

  private ForecastAnswers() {}

  /**
   * A forecast in a list.
   *
   * @param path its middle and its 95 % interval, by date
   * @param score how it fared so far against what is known now, null if nothing has come yet
   */
  record ForecastItem(ForecastHead forecast, List<PathStep> path, @Nullable ForecastScore score) {}

  /** A day of a path. */
  record PathStep(LocalDate date, double median, double low, double high) {}

  /** Forecasts, the latest origin first. */
  record ForecastList(List<ForecastItem> items) {}

  /**
   * A whole forecast.
   *
   * @param levels probabilities of the quantiles
   * @param asOf the vintage it was made from, for captions
   * @param scores against what came, as first known and as known now
   */
  record ForecastView(
      ForecastHead forecast,
      LocalizedText regionName,
      LocalizedText indicatorTitle,
      java.time.@Nullable Instant asOf,
      List<DatasetRef> datasets,
      List<Double> levels,
      List<ForecastDay> targets,
      List<TargetScore> scores) {}

  /** What is said of a day. */
  record ForecastDay(LocalDate date, double point, List<Double> quantiles) {}

  /**
   * How models fared in a region.
   *
   * @param from forecasts made from this day on
   * @param basis {@code first} or {@code latest}
   */
  record ForecastScores(LocalDate from, TargetScore.Basis basis, List<ModelScore> models) {}
}
