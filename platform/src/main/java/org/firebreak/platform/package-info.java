/** The running system: starts, and joins the capabilities, each in a package of its own. */
@NullMarked
package org.firebreak.platform;

import org.jspecify.annotations.NullMarked;
