/** Maximum likelihood: substitution models, branch lengths, topology. */
@NullMarked
package org.firebreak.genome.likelihood;

import org.jspecify.annotations.NullMarked;
