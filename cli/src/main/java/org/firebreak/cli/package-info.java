/** The commands, each a few lines over a kernel or the platform. */
@NullMarked
package org.firebreak.cli;

import org.jspecify.annotations.NullMarked;
