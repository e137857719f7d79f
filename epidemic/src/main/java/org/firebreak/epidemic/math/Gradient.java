package org.firebreak.epidemic.math;

/** Writes the gradient of a function. */
@FunctionalInterface
public interface Gradient {

  /**
   * Writes the gradient at {@code x} into {@code gradient}.
   *
   * @param x the point; may be changed in between but is as it was at return
   * @param value the function's value at x, which saves an evaluation
   */
  void gradient(double[] x, double value, double[] gradient);

  /**
   * Central differences with a fixed step, shortened where the step would leave the box: the
   * gradient of R's {@code optim}.
   */
  static Gradient central(Objective f, double step, double[] lower, double[] upper) {
    return (x, ignored, gradient) -> {
      for (int i = 0; i < x.length; i++) {
        double centre = x[i];
        double right = Math.min(centre + step, upper[i]);
        double left = Math.max(centre - step, lower[i]);
        x[i] = right;
        double valueRight = f.value(x);
        x[i] = left;
        double valueLeft = f.value(x);
        x[i] = centre;
        gradient[i] =
            (valueRight - valueLeft)
                / ((right < centre + step ? right - centre : step)
                    + (left > centre - step ? centre - left : step));
      }
    };
  }

  /**
   * Forward differences with a step relative to the magnitude of each variable; backward where the
   * function is not finite ahead.
   */
  static Gradient forward(Objective f, double relativeStep) {
    return (x, value, gradient) -> {
      for (int i = 0; i < x.length; i++) {
        double centre = x[i];
        double step = relativeStep * Math.max(Math.abs(centre), 0.1);
        x[i] = centre + step;
        double ahead = f.value(x);
        if (Double.isFinite(ahead)) {
          gradient[i] = (ahead - value) / (x[i] - centre);
        } else {
          x[i] = centre - step;
          gradient[i] = (f.value(x) - value) / (x[i] - centre);
        }
        x[i] = centre;
      }
    };
  }
}
