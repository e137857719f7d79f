/** Where ancestors were: places along the tree, introductions. */
@NullMarked
package org.firebreak.genome.origin;

import org.jspecify.annotations.NullMarked;
