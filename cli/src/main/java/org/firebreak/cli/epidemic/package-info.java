/** Commands over series of counts: how fast, how unusual, where, and what comes next. */
@NullMarked
package org.firebreak.cli.epidemic;

import org.jspecify.annotations.NullMarked;
