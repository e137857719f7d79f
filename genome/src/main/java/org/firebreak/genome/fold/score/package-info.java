/** The model's energies as scores, laid out for scans over one sequence. */
@NullMarked
package org.firebreak.genome.fold.score;

import org.jspecify.annotations.NullMarked;
