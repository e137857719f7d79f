/** The true epidemic: infections through co-presence, and the course of each. */
@NullMarked
package org.firebreak.city.epidemic;

import org.jspecify.annotations.NullMarked;
