/** What new genomes say: clusters against contact evidence, mutations that grow. */
@NullMarked
package org.firebreak.genome.watch;

import org.jspecify.annotations.NullMarked;
