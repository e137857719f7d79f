/** How fast it spreads, and where: reproduction numbers, growth, and what is not yet reported. */
@NullMarked
package org.firebreak.platform.reproduction;

import org.jspecify.annotations.NullMarked;
