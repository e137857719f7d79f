/** Ways into the store: sightings in bulk, passages, tickets. */
@NullMarked
package org.firebreak.trace.ingest;

import org.jspecify.annotations.NullMarked;
