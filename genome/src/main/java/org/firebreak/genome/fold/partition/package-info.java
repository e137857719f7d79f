/** Base-pair probabilities in linear time and what follows from them. */
@NullMarked
package org.firebreak.genome.fold.partition;

import org.jspecify.annotations.NullMarked;
