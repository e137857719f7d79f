/** Who was where: the words of the trace room, stays, places, encounters, and how to read them. */
@NullMarked
package org.firebreak.trace;

import org.jspecify.annotations.NullMarked;
