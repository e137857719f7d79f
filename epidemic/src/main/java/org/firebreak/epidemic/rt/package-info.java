/**
 * Reproduction number: Cori, Wallinga-Teunis, EpiFilter and the renewal model with delay, weekday
 * effect and over-dispersion; growth rate and nowcast.
 */
@NullMarked
package org.firebreak.epidemic.rt;

import org.jspecify.annotations.NullMarked;
