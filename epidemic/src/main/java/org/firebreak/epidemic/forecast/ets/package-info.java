/** Exponential smoothing as innovations state-space models (ETS): fit, selection, intervals. */
@NullMarked
package org.firebreak.epidemic.forecast.ets;

import org.jspecify.annotations.NullMarked;
