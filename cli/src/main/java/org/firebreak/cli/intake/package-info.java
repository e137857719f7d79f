/** Commands of the intake: what the standards are, and what a file would bring. */
@NullMarked
package org.firebreak.cli.intake;

import org.jspecify.annotations.NullMarked;
