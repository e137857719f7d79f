/**
 * Genomes of cases: what differs in each, the tree they stand in, and what they say of clusters and
 * of mutations that grow.
 */
@NullMarked
package org.firebreak.platform.genomes;

import org.jspecify.annotations.NullMarked;
