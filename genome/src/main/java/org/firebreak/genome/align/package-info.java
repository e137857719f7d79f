/**
 * Pairwise alignment of a genome to one reference: seeds, diagonals, banded dynamic programming.
 */
@NullMarked
package org.firebreak.genome.align;

import org.jspecify.annotations.NullMarked;
