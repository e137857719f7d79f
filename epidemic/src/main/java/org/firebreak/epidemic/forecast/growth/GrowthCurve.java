package org.firebreak.epidemic.forecast.growth;

/**
 * Curves of the total of one wave, with final size K, rate r per step, and t0 the step at which
 * growth turns: logistic (Verhulst 1838), Gompertz (1825), Richards (Journal of Experimental Botany
 * 10, 1959) with shape v, which contains the first (v = 1) and tends to the second (v to 0).
 */
public enum GrowthCurve {
  LOGISTIC(3) {
    @Override
    public double at(double[] p, double t) {
      return p[0] / (1 + Math.exp(-p[1] * (t - p[2])));
    }

    @Override
    double peakShare(double[] p) {
      return 0.25;
    }
  },
  GOMPERTZ(3) {
    @Override
    public double at(double[] p, double t) {
      return p[0] * Math.exp(-Math.exp(-p[1] * (t - p[2])));
    }

    @Override
    double peakShare(double[] p) {
      return Math.exp(-1);
    }
  },
  RICHARDS(4) {
    @Override
    public double at(double[] p, double t) {
      double z = p[3] * Math.exp(-p[1] * (t - p[2]));
      return p[0] * Math.exp(-Math.log1p(z) / p[3]);
    }

    @Override
    double peakShare(double[] p) {
      return Math.exp(-(1 + 1 / p[3]) * Math.log1p(p[3]));
    }
  };

  private final int parameters;

  GrowthCurve(int parameters) {
    this.parameters = parameters;
  }

  /** Number of parameters: K, r, t0 and, for Richards, v. */
  public int parameters() {
    return parameters;
  }

  /** The total at step t. */
  public abstract double at(double[] parameters, double t);

  /** New events per step at the turn, as a share of K r. */
  abstract double peakShare(double[] parameters);

  /** New events per step at the turn. */
  public double peakHeight(double[] p) {
    return p[0] * p[1] * peakShare(p);
  }
}
