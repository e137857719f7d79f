/** Numerics shared by the methods of this room: distributions, optimisers, linear algebra. */
@NullMarked
package org.firebreak.epidemic.math;

import org.jspecify.annotations.NullMarked;
