/** Genomes of a fictitious virus that evolve along the true chains of transmission. */
@NullMarked
package org.firebreak.city.genomes;

import org.jspecify.annotations.NullMarked;
