package org.firebreak.epidemic.math;

/**
 * A real function of several variables, to be minimised. Infinite or NaN means "not allowed here".
 */
@FunctionalInterface
public interface Objective {

  /** The value at {@code x}, which must not be changed or kept. */
  double value(double[] x);
}
