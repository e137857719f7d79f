/** How it spreads: forecast, reproduction number, alarms. */
@NullMarked
package org.firebreak.epidemic;

import org.jspecify.annotations.NullMarked;
