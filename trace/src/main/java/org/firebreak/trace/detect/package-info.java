/** From sightings to stays. */
@NullMarked
package org.firebreak.trace.detect;

import org.jspecify.annotations.NullMarked;
