/** The way back from the scores of a scan to its structure. */
@NullMarked
package org.firebreak.genome.fold.trace;

import org.jspecify.annotations.NullMarked;
