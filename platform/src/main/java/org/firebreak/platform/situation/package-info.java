/** Series over time by region and indicator, as known on a date; figures, map, table. */
@NullMarked
package org.firebreak.platform.situation;

import org.jspecify.annotations.NullMarked;
