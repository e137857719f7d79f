/** Clades by their defining mutations. */
@NullMarked
package org.firebreak.genome.clade;

import org.jspecify.annotations.NullMarked;
