/** Commands that forecast a series and look back at how such forecasts fared. */
@NullMarked
package org.firebreak.cli.forecast;

import org.jspecify.annotations.NullMarked;
