/** How fast the epidemic kernels are, and whether they answer what their peers in R answer. */
@NullMarked
package org.firebreak.bench.epidemic;

import org.jspecify.annotations.NullMarked;
