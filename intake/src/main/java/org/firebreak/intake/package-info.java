/** One door for data: standards, readers of foreign files, mapping and validation. */
@NullMarked
package org.firebreak.intake;

import org.jspecify.annotations.NullMarked;
