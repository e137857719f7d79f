package org.firebreak.epidemic.math;

/**
 * Line search to the strong Wolfe conditions by safeguarded cubic and quadratic interpolation (J.
 * J. Moré and D. J. Thuente, ACM Transactions on Mathematical Software 20, 1994, 286-307).
 *
 * <p>Used as a conversation: {@link #next} takes value and slope at the step last proposed and
 * returns the next one, until {@link #done}. One object per search; not thread-safe.
 */
final class LineSearch {

  private static final double SUFFICIENT = 1e-3;
  private static final double CURVATURE = 0.9;
  private static final double RELATIVE_WIDTH = 0.1;
  private static final double GROW_LEAST = 1.1;
  private static final double GROW_MOST = 4.0;

  private final double valueAtZero;
  private final double slopeAtZero;
  private final double stepMax;
  private boolean bracketed;
  private boolean firstStage = true;
  private double width;
  private double widthBefore;
  private double stepX;
  private double fx;
  private double gx;
  private double stepY;
  private double fy;
  private double gy;
  private double least;
  private double most;
  private double step;
  private boolean done;

  LineSearch(double value, double slope, double step, double stepMax) {
    this.valueAtZero = value;
    this.slopeAtZero = slope;
    this.stepMax = stepMax;
    this.step = step;
    this.width = stepMax;
    this.widthBefore = 2 * width;
    this.fx = value;
    this.fy = value;
    this.gx = slope;
    this.gy = slope;
    this.most = step + GROW_MOST * step;
  }

  boolean done() {
    return done;
  }

  /** The next step to try, or the one to keep when {@link #done}. */
  double next(double f, double g) {
    double test = valueAtZero + step * SUFFICIENT * slopeAtZero;
    if (firstStage && f <= test && g >= 0) {
      firstStage = false;
    }
    boolean stuck =
        bracketed && (step <= least || step >= most || most - least <= RELATIVE_WIDTH * most);
    boolean atMost = step == stepMax && f <= test && g <= SUFFICIENT * slopeAtZero;
    boolean atLeast = step == 0 && (f > test || g >= SUFFICIENT * slopeAtZero);
    boolean wolfe = f <= test && Math.abs(g) <= CURVATURE * -slopeAtZero;
    if (stuck || atMost || atLeast || wolfe) {
      done = true;
      return step;
    }
    if (firstStage && f <= fx && f > test) {
      stepOnModifiedFunction(f, g);
    } else {
      interpolate(f, g);
    }
    narrow();
    return step;
  }

  private void stepOnModifiedFunction(double f, double g) {
    double tilt = SUFFICIENT * slopeAtZero;
    fx -= stepX * tilt;
    fy -= stepY * tilt;
    gx -= tilt;
    gy -= tilt;
    interpolate(f - step * tilt, g - tilt);
    fx += stepX * tilt;
    fy += stepY * tilt;
    gx += tilt;
    gy += tilt;
  }

  private void narrow() {
    if (bracketed) {
      if (Math.abs(stepY - stepX) >= 0.66 * widthBefore) {
        step = stepX + 0.5 * (stepY - stepX);
      }
      widthBefore = width;
      width = Math.abs(stepY - stepX);
      least = Math.min(stepX, stepY);
      most = Math.max(stepX, stepY);
    } else {
      least = step + GROW_LEAST * (step - stepX);
      most = step + GROW_MOST * (step - stepX);
    }
    step = Math.max(0, Math.min(step, stepMax));
    if (bracketed && (step <= least || step >= most || most - least <= RELATIVE_WIDTH * most)) {
      step = stepX;
    }
  }

  /** The safeguarded step of the paper, section 4 (four cases). */
  private void interpolate(double fp, double gp) {
    double sign = gp * (gx / Math.abs(gx));
    double trial;
    if (fp > fx) {
      double cubic = stepX + cubicRatio(fp, gp, false) * (step - stepX);
      double quadratic = stepX + gx / ((fx - fp) / (step - stepX) + gx) / 2 * (step - stepX);
      boolean nearer = Math.abs(cubic - stepX) < Math.abs(quadratic - stepX);
      trial = nearer ? cubic : cubic + (quadratic - cubic) / 2;
      bracketed = true;
    } else if (sign < 0) {
      double cubic = step + cubicRatio(fp, gp, true) * (stepX - step);
      double secant = step + gp / (gp - gx) * (stepX - step);
      trial = Math.abs(cubic - step) > Math.abs(secant - step) ? cubic : secant;
      bracketed = true;
    } else if (Math.abs(gp) < Math.abs(gx)) {
      trial = extrapolate(fp, gp);
    } else if (bracketed) {
      trial = cubicBetween(fp, gp);
    } else {
      trial = step > stepX ? most : least;
    }
    updateBracket(fp, gp, sign);
    step = trial;
  }

  private double cubicRatio(double fp, double gp, boolean fromStep) {
    double theta = 3 * (fx - fp) / (step - stepX) + gx + gp;
    double s = Math.max(Math.abs(theta), Math.max(Math.abs(gx), Math.abs(gp)));
    double root = (theta / s) * (theta / s) - (gx / s) * (gp / s);
    double gamma = s * Math.sqrt(Math.max(0, root));
    if (fromStep) {
      gamma = step > stepX ? -gamma : gamma;
      return (gamma - gp + theta) / (gamma - gp + gamma + gx);
    }
    gamma = step < stepX ? -gamma : gamma;
    return (gamma - gx + theta) / (gamma - gx + gamma + gp);
  }

  private double extrapolate(double fp, double gp) {
    double theta = 3 * (fx - fp) / (step - stepX) + gx + gp;
    double s = Math.max(Math.abs(theta), Math.max(Math.abs(gx), Math.abs(gp)));
    double gamma = s * Math.sqrt(Math.max(0, (theta / s) * (theta / s) - (gx / s) * (gp / s)));
    gamma = step > stepX ? -gamma : gamma;
    double r = (gamma - gp + theta) / (gamma + (gx - gp) + gamma);
    double limit = step > stepX ? most : least;
    double cubic = r < 0 && gamma != 0 ? step + r * (stepX - step) : limit;
    double secant = step + gp / (gp - gx) * (stepX - step);
    boolean cubicNearer = Math.abs(cubic - step) < Math.abs(secant - step);
    if (bracketed) {
      double trial = cubicNearer ? cubic : secant;
      double bound = step + 0.66 * (stepY - step);
      return step > stepX ? Math.min(bound, trial) : Math.max(bound, trial);
    }
    double trial = cubicNearer ? secant : cubic;
    return Math.max(least, Math.min(most, trial));
  }

  private double cubicBetween(double fp, double gp) {
    double theta = 3 * (fp - fy) / (stepY - step) + gy + gp;
    double s = Math.max(Math.abs(theta), Math.max(Math.abs(gy), Math.abs(gp)));
    double gamma = s * Math.sqrt(Math.max(0, (theta / s) * (theta / s) - (gy / s) * (gp / s)));
    gamma = step > stepY ? -gamma : gamma;
    double r = (gamma - gp + theta) / (gamma - gp + gamma + gy);
    return step + r * (stepY - step);
  }

  private void updateBracket(double fp, double gp, double sign) {
    if (fp > fx) {
      stepY = step;
      fy = fp;
      gy = gp;
      return;
    }
    if (sign < 0) {
      stepY = stepX;
      fy = fx;
      gy = gx;
    }
    stepX = step;
    fx = fp;
    gx = gp;
  }
}
