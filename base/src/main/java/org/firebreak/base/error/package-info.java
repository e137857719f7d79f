/** The four kinds of error of the platform, each with a stable code that a program may rely on. */
@NullMarked
package org.firebreak.base.error;

import org.jspecify.annotations.NullMarked;
