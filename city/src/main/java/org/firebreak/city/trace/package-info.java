/** What devices and gates see: cells, sightings, check-ins, tickets. */
@NullMarked
package org.firebreak.city.trace;

import org.jspecify.annotations.NullMarked;
