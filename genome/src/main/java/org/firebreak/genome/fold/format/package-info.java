/** Structures as text and as pictures. */
@NullMarked
package org.firebreak.genome.fold.format;

import org.jspecify.annotations.NullMarked;
