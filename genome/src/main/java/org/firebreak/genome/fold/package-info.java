/** Secondary structure of RNA: the one entry to folding, and what it returns. */
@NullMarked
package org.firebreak.genome.fold;

import org.jspecify.annotations.NullMarked;
