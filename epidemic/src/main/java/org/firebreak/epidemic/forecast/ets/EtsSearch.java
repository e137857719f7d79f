package org.firebreak.epidemic.forecast.ets;

import java.util.Arrays;
import java.util.Objects;
import org.firebreak.epidemic.forecast.ets.EtsModel.Part;
import org.firebreak.epidemic.math.Bfgs;
import org.firebreak.epidemic.math.Gradient;
import org.firebreak.epidemic.math.Minimum;
import org.firebreak.epidemic.math.NelderMead;
import org.firebreak.epidemic.math.Objective;
import org.jspecify.annotations.Nullable;

/**
 * Maximum likelihood of one model by a quasi-Newton search with the exact gradient.
 *
 * <p>Smoothing parameters stay in the usual region (0.0001 &lt; alpha &lt; 0.9999, beta &lt; alpha,
 * gamma &lt; 1 - alpha, 0.8 &lt; phi &lt; 0.98) by a logistic map, and in the admissible region by
 * refusal. Initial states are free, in units of the series' spread. One object per search.
 */
final class EtsSearch implements Objective, Gradient {

  private static final double SMOOTHING_MIN = 1e-4;
  private static final double SMOOTHING_MAX = 1 - SMOOTHING_MIN;
  private static final double DAMPING_MIN = 0.8;
  private static final double DAMPING_MAX = 0.98;
  private static final double QUICK_TOLERANCE = 1e-7;
  private static final double THOROUGH_TOLERANCE = 1e-10;
  private static final int ITERATIONS_MAX = 300;
  private static final double EDGE_TOLERANCE = 1e-8;
  private static final int EDGE_EVALUATIONS_MAX = 400;

  /**
   * Where a search begins, each parameter as a share of its range. The first is that of the
   * reference, with the share of alpha divided by the season's length; the others reach the optima
   * that one slides past: a fast level with a fast trend, and a level that follows at once.
   */
  private record Beginning(double alpha, double beta, double gamma, double phi) {}

  private static final Beginning FIRST = new Beginning(0.2, 0.1, 0.05, 0.9);

  private static final Beginning[] OTHERS = {
    new Beginning(0.6, 0.4, 0.05, 0.2), new Beginning(0.97, 0.05, 0.02, 0.95)
  };

  /** More, where the first may all have missed: cheap without season, needed at the edge with. */
  private static final Beginning[] MORE = {
    new Beginning(0.9, 0.45, 1e-3, 0.99),
    new Beginning(0.7, 0.1, 0.05, 0.5),
    new Beginning(0.99, 0.4, 0.02, 0.95),
    new Beginning(0.4, 0.9, 0.1, 0.9)
  };

  private final EtsModel model;
  private final int period;
  private final EtsFilter filter;
  private final EtsRegion region;

  /** The point of the last value, which a gradient need not run again. */
  private final double[] valued;

  private final EtsState start;
  private final double levelUnit;
  private final double slopeUnit;
  private final double seasonUnit;
  private final double[] season;

  private double shareBeta;
  private double shareGamma;
  private final int n;
  private @Nullable Minimum best;
  private double tolerance = QUICK_TOLERANCE;
  private boolean refused;
  private double alpha;
  private double beta;
  private double gamma;
  private double phi;
  private double level;
  private double slope;

  EtsSearch(EtsModel model, double[] y, int period) {
    this.model = model;
    this.period = period;
    this.n = y.length;
    this.region = new EtsRegion(model.hasSeason() ? period : 0);
    this.filter = new EtsFilter(model, y, period);
    this.valued = new double[model.smoothingCount() + model.stateCount(period)];
    this.start = EtsStart.of(model, y, period);
    double unit = model.error() == Part.MULTIPLICATIVE ? early(y) : spreadOfChanges(y);
    this.levelUnit = unit;
    this.slopeUnit = model.trend() == Part.MULTIPLICATIVE ? 0.1 : unit / 10;
    this.seasonUnit = model.season() == Part.MULTIPLICATIVE ? 0.3 : unit;
    this.season = new double[model.hasSeason() ? period : 0];
  }

  /** Relative errors weigh the first values as much as the last, whatever their size. */
  private static double early(double[] y) {
    int count = Math.min(10, y.length);
    double sum = 0;
    for (int t = 0; t < count; t++) {
      sum += Math.abs(y[t]);
    }
    return sum > 0 ? 0.3 * sum / count : 1;
  }

  private static double spreadOfChanges(double[] y) {
    double sum = 0;
    for (int t = 1; t < y.length; t++) {
      sum += (y[t] - y[t - 1]) * (y[t] - y[t - 1]);
    }
    return sum > 0 ? Math.sqrt(sum / y.length) : 1;
  }

  /** A short search from the first beginning. */
  void glance() {
    best = from(new Beginning[] {FIRST}, best);
  }

  /** Short searches from the other usual beginnings. */
  void look() {
    best = from(OTHERS, best);
  }

  /** Searches to the end, from more beginnings, and along the edge of the admissible region. */
  void search() {
    tolerance = THOROUGH_TOLERANCE;
    Minimum found = quasiNewton(Objects.requireNonNull(best).point());
    if (refused || !model.hasSeason()) {
      found = from(MORE, found);
    }
    if (refused && Double.isFinite(found.value())) {
      found = alongTheEdge(found);
    }
    best = found;
  }

  /** AICc of the best point so far, infinite if there is none. */
  double aicc() {
    return best == null ? Double.POSITIVE_INFINITY : EtsFit.aicc(model, period, n, best.value());
  }

  /** The fit at the best point so far; its criterion is infinite if no start was possible. */
  EtsFit fit(double[] y) {
    double criterion = value(Objects.requireNonNull(best).point());
    return EtsFit.of(
        model,
        period,
        new EtsSmoothing(alpha, beta, gamma, phi),
        new EtsState(level, slope, season.clone()),
        filter,
        criterion,
        y);
  }

  private Minimum from(Beginning[] beginnings, @Nullable Minimum known) {
    Minimum best = known;
    for (Beginning beginning : beginnings) {
      Minimum found = quasiNewton(startAt(beginning));
      if (best == null || found.value() < best.value()) {
        best = found;
      }
    }
    return Objects.requireNonNull(best);
  }

  private Minimum quasiNewton(double[] start) {
    return Bfgs.minimise(this, this, start, tolerance, ITERATIONS_MAX);
  }

  /**
   * A search by gradients stops where it meets the edge of the admissible region, not at the best
   * point on it. A simplex in the few smoothing parameters slides along, the initial states solved
   * for at each of its steps.
   */
  private Minimum alongTheEdge(Minimum best) {
    int smoothing = model.smoothingCount();
    double[] x = best.point().clone();
    double[] initial = Arrays.copyOf(x, smoothing);
    Objective profile =
        shares -> {
          System.arraycopy(shares, 0, x, 0, smoothing);
          return solveStates(x, smoothing);
        };
    Minimum slid = NelderMead.minimise(profile, initial, EDGE_TOLERANCE, EDGE_EVALUATIONS_MAX);
    System.arraycopy(slid.point(), 0, x, 0, smoothing);
    solveStates(x, smoothing);
    Minimum again = quasiNewton(x);
    return again.value() < best.value() ? again : best;
  }

  /** Minimises over the initial states alone, which stand in {@code x} after the smoothing. */
  private double solveStates(double[] x, int smoothing) {
    double[] trial = x.clone();
    double[] full = new double[x.length];
    Objective ofStates =
        states -> {
          System.arraycopy(states, 0, trial, smoothing, states.length);
          return value(trial);
        };
    Gradient gradientOfStates =
        (states, value, gradient) -> {
          System.arraycopy(states, 0, trial, smoothing, states.length);
          gradient(trial, value, full);
          System.arraycopy(full, smoothing, gradient, 0, states.length);
        };
    double[] states = Arrays.copyOfRange(x, smoothing, x.length);
    Minimum found =
        Bfgs.minimise(ofStates, gradientOfStates, states, EDGE_TOLERANCE, ITERATIONS_MAX);
    if (Double.isFinite(found.value())) {
      System.arraycopy(found.point(), 0, x, smoothing, states.length);
    }
    return found.value();
  }

  private double[] startAt(Beginning beginning) {
    double[] x = new double[model.smoothingCount() + model.stateCount(period)];
    int i = 0;
    x[i++] = angle(beginning.equals(FIRST) ? beginning.alpha() / period : beginning.alpha());
    if (model.hasTrend()) {
      x[i++] = angle(beginning.beta());
    }
    if (model.hasSeason()) {
      x[i++] = angle(beginning.gamma());
    }
    if (model.damped()) {
      x[i] = angle(beginning.phi());
    }
    return x;
  }

  /** An angle for a share in [0, 1]: unlike a logistic map it reaches the ends. */
  private static double angle(double share) {
    return Math.acos(1 - 2 * share);
  }

  private static double share(double angle) {
    return (1 - Math.cos(angle)) / 2;
  }

  private static double slopeOfShare(double angle) {
    return Math.sin(angle) / 2;
  }

  /** Sets parameters and states from the point of the search. */
  private void place(double[] x) {
    int i = 0;
    alpha = SMOOTHING_MIN + (SMOOTHING_MAX - SMOOTHING_MIN) * share(x[i++]);
    beta = 0;
    gamma = 0;
    phi = 1;
    if (model.hasTrend()) {
      shareBeta = share(x[i++]);
      beta = SMOOTHING_MIN + (alpha - SMOOTHING_MIN) * shareBeta;
    }
    if (model.hasSeason()) {
      shareGamma = share(x[i++]);
      gamma = SMOOTHING_MIN + (1 - alpha - SMOOTHING_MIN) * shareGamma;
    }
    if (model.damped()) {
      phi = DAMPING_MIN + (DAMPING_MAX - DAMPING_MIN) * share(x[i++]);
    }
    level = start.level() + levelUnit * x[i++];
    slope = model.hasTrend() ? start.slope() + slopeUnit * x[i++] : 0;
    if (model.hasSeason()) {
      double sum = model.season() == Part.MULTIPLICATIVE ? period : 0;
      for (int s = 1; s < period; s++) {
        season[s] = start.season()[s] + seasonUnit * x[i++];
        sum -= season[s];
      }
      season[0] = sum;
    }
  }

  @Override
  public double value(double[] x) {
    System.arraycopy(x, 0, valued, 0, valued.length);
    place(x);
    if (model.season() == Part.MULTIPLICATIVE) {
      for (double s : season) {
        if (s <= 0) {
          return Double.POSITIVE_INFINITY;
        }
      }
    }
    if (model.trend() == Part.MULTIPLICATIVE && (slope <= 0 || level <= 0)) {
      return Double.POSITIVE_INFINITY;
    }
    if (!region.admissible(alpha, beta, gamma, phi)) {
      refused = true;
      return Double.POSITIVE_INFINITY;
    }
    return filter.run(alpha, beta / alpha, gamma, phi, level, slope, season);
  }

  @Override
  public void gradient(double[] x, double ignored, double[] gradient) {
    if (!Arrays.equals(x, valued)) {
      value(x);
    }
    filter.gradient();
    double gradBeta = filter.gradRatio / alpha;
    double gradAlpha = filter.gradAlpha - filter.gradRatio * beta / (alpha * alpha);
    int i = 1;
    if (model.hasTrend()) {
      gradAlpha += gradBeta * shareBeta;
      gradient[i++] = gradBeta * (alpha - SMOOTHING_MIN) * slopeOfShare(x[i - 1]);
    }
    if (model.hasSeason()) {
      gradAlpha -= filter.gradGamma * shareGamma;
      gradient[i++] = filter.gradGamma * (1 - alpha - SMOOTHING_MIN) * slopeOfShare(x[i - 1]);
    }
    if (model.damped()) {
      gradient[i++] = filter.gradPhi * (DAMPING_MAX - DAMPING_MIN) * slopeOfShare(x[i - 1]);
    }
    gradient[0] = gradAlpha * (SMOOTHING_MAX - SMOOTHING_MIN) * slopeOfShare(x[0]);
    gradient[i++] = filter.gradLevel * levelUnit;
    if (model.hasTrend()) {
      gradient[i++] = filter.gradSlope * slopeUnit;
    }
    for (int s = 1; s < season.length; s++) {
      gradient[i++] = (filter.gradSeason[s] - filter.gradSeason[0]) * seasonUnit;
    }
  }
}
