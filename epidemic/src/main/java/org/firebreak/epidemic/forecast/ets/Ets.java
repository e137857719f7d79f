package org.firebreak.epidemic.forecast.ets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.firebreak.epidemic.forecast.ets.EtsModel.Part;

/**
 * Exponential smoothing state-space models: one fitted by maximum likelihood, or the best of all by
 * the corrected criterion of Akaike. See docs/methods/forecast-ets.md. Pure; values must be finite.
 */
public final class Ets {

  /** Longest season that is modelled, as in the reference: beyond, too many states are free. */
  public static final int SEASON_MAX = 24;

  private static final int SPARE_VALUES = 4;

  /** How far behind the best a quick fit may be to be searched thoroughly, in units of AICc. */
  private static final double WITHIN_REACH = 1;

  /** How far behind the best a first glance may be to be followed by a second. */
  private static final double LOOKED_AT = 20;

  private Ets() {}

  /**
   * Fits one model.
   *
   * @param season observations per period; ignored by a model without season
   * @return nothing if the series is too short for the model, or the model cannot represent it
   * @throws IllegalArgumentException if a multiplicative part meets values that are not positive
   */
  public static Optional<EtsFit> fit(EtsModel model, double[] values, int season) {
    return fit(model, values, season, true);
  }

  /** As {@link #fit}, with the short search only: for use where a thousand series are fitted. */
  public static Optional<EtsFit> fitQuickly(EtsModel model, double[] values, int season) {
    return fit(model, values, season, false);
  }

  private static Optional<EtsFit> fit(
      EtsModel model, double[] values, int season, boolean thorough) {
    boolean multiplicative =
        model.error() == Part.MULTIPLICATIVE
            || model.trend() == Part.MULTIPLICATIVE
            || model.season() == Part.MULTIPLICATIVE;
    if (multiplicative && !positive(values)) {
      throw new IllegalArgumentException(model + " needs values above zero");
    }
    Optional<EtsSearch> search = search(model, values, season);
    search.ifPresent(EtsSearch::glance);
    search.ifPresent(EtsSearch::look);
    if (thorough) {
      search.ifPresent(EtsSearch::search);
    }
    return search.map(found -> found.fit(values)).filter(fit -> Double.isFinite(fit.aicc()));
  }

  /** A search yet to begin; nothing if the series is too short for the model. */
  private static Optional<EtsSearch> search(EtsModel model, double[] values, int season) {
    int period = model.hasSeason() ? season : 1;
    int parameters = model.smoothingCount() + model.stateCount(period);
    return values.length <= parameters + SPARE_VALUES || (model.hasSeason() && season < 2)
        ? Optional.empty()
        : Optional.of(new EtsSearch(model, values, period));
  }

  /** Runs a model with given parameters and initial state, no search. */
  public static EtsFit with(
      EtsModel model, EtsSmoothing smoothing, EtsState start, double[] values, SeasonRule rule) {
    int period = Math.max(1, start.season().length);
    EtsFilter filter = new EtsFilter(model, values, period, rule);
    double criterion =
        filter.run(
            smoothing.alpha(),
            model.hasTrend() ? smoothing.beta() / smoothing.alpha() : 0,
            smoothing.gamma(),
            smoothing.phi(),
            start);
    return EtsFit.of(model, period, smoothing, start, filter, criterion, values);
  }

  /**
   * The model with the least corrected Akaike criterion.
   *
   * @param season observations per period; 1 for none, and none is modelled beyond {@link
   *     #SEASON_MAX}
   * @return nothing if the series is constant or too short for any model
   */
  public static Optional<EtsFit> select(double[] values, int season) {
    if (constant(values)) {
      return Optional.empty();
    }
    boolean seasonal = season > 1 && season <= SEASON_MAX && values.length > season;
    List<EtsSearch> searches = new ArrayList<>();
    for (EtsModel model : EtsModel.candidates(seasonal, positive(values))) {
      search(model, values, season).ifPresent(searches::add);
    }
    searches.forEach(EtsSearch::glance);
    nearest(searches, values, LOOKED_AT).forEach(EtsSearch::look);
    List<EtsSearch> near = nearest(searches, values, WITHIN_REACH);
    near.forEach(EtsSearch::search);
    return nearest(near, values, 0).stream().findFirst().map(search -> search.fit(values));
  }

  /** Those of the searches within reach of the best so far, best first. */
  private static List<EtsSearch> nearest(List<EtsSearch> searches, double[] values, double reach) {
    List<EtsSearch> sorted =
        searches.stream()
            .filter(search -> Double.isFinite(search.aicc()) && sound(search.fit(values)))
            .sorted(Comparator.comparingDouble(EtsSearch::aicc))
            .toList();
    return sorted.stream()
        .filter(search -> search.aicc() <= sorted.getFirst().aicc() + reach)
        .toList();
  }

  /** A model of relative errors whose forecasts pass through zero is none for a positive series. */
  private static boolean sound(EtsFit fit) {
    return fit.model().error() == Part.ADDITIVE
        || Arrays.stream(fit.fitted()).allMatch(value -> value > 0);
  }

  private static boolean positive(double[] values) {
    return Arrays.stream(values).allMatch(v -> v > 0);
  }

  private static boolean constant(double[] values) {
    return Arrays.stream(values).allMatch(v -> v == values[0]);
  }
}
