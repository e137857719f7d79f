/** The reference genome, its coding regions, and the genetic code. */
@NullMarked
package org.firebreak.genome.annotation;

import org.jspecify.annotations.NullMarked;
