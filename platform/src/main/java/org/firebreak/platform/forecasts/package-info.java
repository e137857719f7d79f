/** What may come next: forecasts made here and elsewhere, kept as they were made, and scored. */
@NullMarked
package org.firebreak.platform.forecasts;

import org.jspecify.annotations.NullMarked;
