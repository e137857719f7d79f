/** Classical exponential smoothing (Holt, Winters) and the decomposition it starts from. */
@NullMarked
package org.firebreak.epidemic.forecast.smooth;

import org.jspecify.annotations.NullMarked;
