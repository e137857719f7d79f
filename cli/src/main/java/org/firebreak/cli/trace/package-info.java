/** Commands of the trace room: the stay store, contact search, population. */
@NullMarked
package org.firebreak.cli.trace;

import org.jspecify.annotations.NullMarked;
