package org.firebreak.epidemic.math;

/**
 * Where a search ended.
 *
 * @param point the best point met
 * @param value the function there
 * @param iterations iterations used
 * @param converged whether the method's own criterion was met before a limit stopped it
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier between kernel and caller, never compared.
public record Minimum(double[] point, double value, int iterations, boolean converged) {}
