/** Growth curves of a whole wave: how large it becomes, and when it turns. */
@NullMarked
package org.firebreak.epidemic.forecast.growth;

import org.jspecify.annotations.NullMarked;
