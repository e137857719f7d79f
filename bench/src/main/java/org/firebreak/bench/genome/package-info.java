/** How fast genomes are aligned, placed and dated, and against whom. */
@NullMarked
package org.firebreak.bench.genome;

import org.jspecify.annotations.NullMarked;
