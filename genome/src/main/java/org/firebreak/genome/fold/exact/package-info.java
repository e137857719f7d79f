/** Exact minimum free energy. */
@NullMarked
package org.firebreak.genome.fold.exact;

import org.jspecify.annotations.NullMarked;
