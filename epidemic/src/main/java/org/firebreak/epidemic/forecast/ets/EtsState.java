package org.firebreak.epidemic.forecast.ets;

/**
 * Level, slope and season at one time.
 *
 * @param level the level
 * @param slope growth per step: a difference, or a factor with a multiplicative trend
 * @param season the season of the coming period in the order of use; empty without season
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier between kernels, never compared.
public record EtsState(double level, double slope, double[] season) {}
