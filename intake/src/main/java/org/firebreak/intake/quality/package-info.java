/** The scorecard of a data set from counted results. */
@NullMarked
package org.firebreak.intake.quality;

import org.jspecify.annotations.NullMarked;
