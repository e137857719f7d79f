/** Mutation-annotated trees: placement by parsimony, building, rearrangement, labelling. */
@NullMarked
package org.firebreak.genome.tree;

import org.jspecify.annotations.NullMarked;
