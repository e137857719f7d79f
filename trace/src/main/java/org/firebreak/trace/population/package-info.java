/** Populations seen through stays: homes, flows, heat. Scans of day files. */
@NullMarked
package org.firebreak.trace.population;

import org.jspecify.annotations.NullMarked;
