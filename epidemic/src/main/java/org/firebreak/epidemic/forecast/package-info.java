/**
 * Forecasts of count series: the methods, what they have in common, and how they are scored.
 *
 * <p>Kernels are pure: arrays and records in, results out, no clock, no global state, no threads.
 */
@NullMarked
package org.firebreak.epidemic.forecast;

import org.jspecify.annotations.NullMarked;
