/** Data sets: what is known of each, and how good it is over time. */
@NullMarked
package org.firebreak.platform.catalog;

import org.jspecify.annotations.NullMarked;
