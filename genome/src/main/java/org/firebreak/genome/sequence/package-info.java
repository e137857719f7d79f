/** Nucleotide sequences as files hold them. */
@NullMarked
package org.firebreak.genome.sequence;

import org.jspecify.annotations.NullMarked;
