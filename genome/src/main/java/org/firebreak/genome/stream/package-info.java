/** Work on a stream of records by all cores in a stable order. */
@NullMarked
package org.firebreak.genome.stream;

import org.jspecify.annotations.NullMarked;
