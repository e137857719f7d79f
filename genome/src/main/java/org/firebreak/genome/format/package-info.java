/** Files of trees: Newick, NEXUS, UShER's protobuf, Taxonium, Auspice. */
@NullMarked
package org.firebreak.genome.format;

import org.jspecify.annotations.NullMarked;
