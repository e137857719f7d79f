/** How good past forecasts were: errors, weighted interval score, coverage, rolling backtests. */
@NullMarked
package org.firebreak.epidemic.forecast.score;

import org.jspecify.annotations.NullMarked;
