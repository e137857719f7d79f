/** Places on the Earth: coordinate systems and their conversion. */
@NullMarked
package org.firebreak.base.geo;

import org.jspecify.annotations.NullMarked;
