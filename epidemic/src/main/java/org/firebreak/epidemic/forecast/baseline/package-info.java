/** Simple methods every other one must beat: naive, drift, theta, the mean of the last week. */
@NullMarked
package org.firebreak.epidemic.forecast.baseline;

import org.jspecify.annotations.NullMarked;
