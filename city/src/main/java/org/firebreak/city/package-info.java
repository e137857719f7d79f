/** A synthetic city with known truth. */
@NullMarked
package org.firebreak.city;

import org.jspecify.annotations.NullMarked;
