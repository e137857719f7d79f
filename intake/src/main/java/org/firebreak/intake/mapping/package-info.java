/** From the columns of a foreign file to the fields of a standard: proposed, then remembered. */
@NullMarked
package org.firebreak.intake.mapping;

import org.jspecify.annotations.NullMarked;
