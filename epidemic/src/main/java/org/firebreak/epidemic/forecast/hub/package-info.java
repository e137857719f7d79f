/** Forecasts as forecast hubs exchange them. */
@NullMarked
package org.firebreak.epidemic.forecast.hub;

import org.jspecify.annotations.NullMarked;
