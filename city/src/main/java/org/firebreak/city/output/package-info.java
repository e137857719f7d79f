/** The files of a generated incident. */
@NullMarked
package org.firebreak.city.output;

import org.jspecify.annotations.NullMarked;
