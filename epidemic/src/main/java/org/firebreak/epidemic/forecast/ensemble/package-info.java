/**
 * The default forecast: a mean of methods with intervals learnt from past errors of all regions.
 */
@NullMarked
package org.firebreak.epidemic.forecast.ensemble;

import org.jspecify.annotations.NullMarked;
