/** Settings of the whole platform that an administrator changes while it runs. */
@NullMarked
package org.firebreak.platform.settings;

import org.jspecify.annotations.NullMarked;
