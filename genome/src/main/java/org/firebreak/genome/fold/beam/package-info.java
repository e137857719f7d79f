/** Minimum free energy in linear time by beam search. */
@NullMarked
package org.firebreak.genome.fold.beam;

import org.jspecify.annotations.NullMarked;
