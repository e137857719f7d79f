/** Personal fields, kept apart from everything else, masked, opened for a purpose. */
@NullMarked
package org.firebreak.platform.people;

import org.jspecify.annotations.NullMarked;
