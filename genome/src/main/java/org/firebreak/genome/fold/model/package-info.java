/** The nearest-neighbour model: sequences, pairs, loop energies, structures and their energy. */
@NullMarked
package org.firebreak.genome.fold.model;

import org.jspecify.annotations.NullMarked;
