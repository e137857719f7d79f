/** ARIMA models: exact likelihood, forecasts, unit-root tests and automatic selection. */
@NullMarked
package org.firebreak.epidemic.forecast.arima;

import org.jspecify.annotations.NullMarked;
