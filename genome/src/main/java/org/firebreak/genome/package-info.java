/** What the virus is and how it changes: folding, alignment, mutations, trees. */
@NullMarked
package org.firebreak.genome;

import org.jspecify.annotations.NullMarked;
