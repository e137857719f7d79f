package org.firebreak.epidemic.forecast.ets;

/**
 * Smoothing parameters in the form of the state-space model.
 *
 * @param alpha weight of an error in the level
 * @param beta weight of an error in the slope; 0 without trend
 * @param gamma weight of an error in the season; 0 without season
 * @param phi damping of the slope; 1 without damping
 */
public record EtsSmoothing(double alpha, double beta, double gamma, double phi) {}
