/** Imports from the door to the store: uploads, quarantine, mappings, watched folder, pulls. */
@NullMarked
package org.firebreak.platform.intake;

import org.jspecify.annotations.NullMarked;
