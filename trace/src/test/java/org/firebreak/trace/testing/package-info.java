/** Slow, obvious twins of the trace room for its tests. */
@NullMarked
package org.firebreak.trace.testing;

import org.jspecify.annotations.NullMarked;
