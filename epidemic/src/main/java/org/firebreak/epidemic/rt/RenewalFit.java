package org.firebreak.epidemic.rt;

/**
 * The posterior of a {@link RenewalModel} for fixed hyper-parameters, as a normal around its mode
 * (Laplace): damped Gauss-Newton steps, then the diagonal of the inverse curvature.
 */
@SuppressWarnings("ArrayRecordComponent") // kernel arrays; callers do not change them
record RenewalFit(double[] mode, double[] variance, double logEvidence) {

  private static final int MAX_STEPS = 60;
  private static final int MAX_HALVINGS = 14;
  private static final double LONGEST_STEP = 2;
  private static final double SMALL_STEP = 1e-5;
  private static final double SMALL_GAIN = 1e-7;

  /** Fits from a start. */
  static RenewalFit of(RenewalModel model, double dailyChange, double size, double[] start) {
    double[] z = start.clone();
    double[] gradient = new double[model.unknowns()];
    ArrowMatrix curvature = model.newCurvature();
    double density = model.logDensity(z, dailyChange, size);
    for (int i = 0; i < MAX_STEPS; i++) {
      model.differentiate(z, dailyChange, size, gradient, curvature);
      if (!curvature.factor()) {
        break;
      }
      curvature.solve(gradient);
      double longest = 0;
      for (double step : gradient) {
        longest = Math.max(longest, Math.abs(step));
      }
      double length = Math.min(1, LONGEST_STEP / longest);
      double[] next = z;
      double nextDensity = Double.NEGATIVE_INFINITY;
      for (int h = 0; h < MAX_HALVINGS && !(nextDensity >= density - SMALL_GAIN); h++) {
        next = stepped(z, gradient, length);
        nextDensity = model.logDensity(next, dailyChange, size);
        length *= 0.5;
      }
      if (!(nextDensity >= density - SMALL_GAIN)) {
        break;
      }
      boolean done = longest < SMALL_STEP || Math.abs(nextDensity - density) < SMALL_GAIN;
      z = next;
      density = nextDensity;
      if (done) {
        break;
      }
    }
    model.differentiate(z, dailyChange, size, gradient, curvature);
    if (!curvature.factor()) {
      return new RenewalFit(z, new double[2 * model.latentDays], Double.NEGATIVE_INFINITY);
    }
    double evidence = density - 0.5 * curvature.logDeterminant();
    return new RenewalFit(z, curvature.inverseDiagonal(), evidence);
  }

  private static double[] stepped(double[] z, double[] step, double length) {
    double[] next = z.clone();
    for (int i = 0; i < z.length; i++) {
      next[i] += length * step[i];
    }
    return next;
  }
}
