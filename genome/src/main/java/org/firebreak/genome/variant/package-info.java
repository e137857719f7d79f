/** What differs between a genome and the reference, in nucleotides, amino acids and quality. */
@NullMarked
package org.firebreak.genome.variant;

import org.jspecify.annotations.NullMarked;
