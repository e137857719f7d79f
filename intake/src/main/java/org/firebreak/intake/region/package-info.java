/** Regions by code and by name: countries, and what the user loads. */
@NullMarked
package org.firebreak.intake.region;

import org.jspecify.annotations.NullMarked;
