/** Commands that speak to a running platform, or start one for themselves on a data folder. */
@NullMarked
package org.firebreak.cli.platform;

import org.jspecify.annotations.NullMarked;
