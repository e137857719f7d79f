/** Access to the shared gold values from tests. */
@NullMarked
package org.firebreak.epidemic.gold;

import org.jspecify.annotations.NullMarked;
