package org.firebreak.epidemic.forecast.ensemble;

import java.util.Arrays;
import java.util.Optional;
import org.firebreak.epidemic.forecast.ets.Ets;
import org.firebreak.epidemic.forecast.ets.EtsFit;
import org.firebreak.epidemic.forecast.ets.EtsModel;
import org.firebreak.epidemic.forecast.ets.EtsPrediction;

/**
 * Exponential smoothing of log(1 + new events) over the last eight weeks, with a weekly season
 * where the data have one. Taken back from the logarithm the path is scaled so that the same path
 * over the last four weeks would have had the right sum: a logarithm's mean is not the mean, least
 * of all of small counts.
 */
final class LogSmoothing {

  private static final EtsModel SEASONAL = EtsModel.of("ANA");
  private static final EtsModel PLAIN = EtsModel.of("ANN");
  private static final int MEMORY_WINDOWS_DAILY = 8;
  private static final int MEMORY_STEPS = 26;
  private static final int SCALE_WINDOWS = 4;
  private static final double SCALE_MAX = 3;

  private LogSmoothing() {}

  /** New events in the coming steps; empty if the series is too short. */
  static double[] path(double[] steps, int window, int horizon) {
    int memory = window > 1 ? MEMORY_WINDOWS_DAILY * window : MEMORY_STEPS;
    double[] recent = Arrays.copyOfRange(steps, Math.max(0, steps.length - memory), steps.length);
    double[] logs = Arrays.stream(recent).map(Math::log1p).toArray();
    boolean seasonal = window > 1 && recent.length >= 3 * window;
    Optional<EtsFit> fit = Ets.fitQuickly(seasonal ? SEASONAL : PLAIN, logs, window);
    if (fit.isEmpty()) {
      return new double[0];
    }
    double scale = scale(recent, fit.get(), SCALE_WINDOWS * window);
    double[] path = EtsPrediction.mean(fit.get(), horizon);
    for (int h = 0; h < horizon; h++) {
      path[h] = Math.max(0, scale * Math.expm1(path[h]));
    }
    return path;
  }

  private static double scale(double[] recent, EtsFit fit, int span) {
    double actual = 0;
    double fitted = 0;
    for (int t = Math.max(0, recent.length - span); t < recent.length; t++) {
      actual += recent[t];
      fitted += Math.max(0, Math.expm1(fit.fitted()[t]));
    }
    return fitted > 0 ? Math.max(1 / SCALE_MAX, Math.min(SCALE_MAX, actual / fitted)) : 1;
  }
}
