/** Where people are: places, day plans, trains, and what an intervention changes. */
@NullMarked
package org.firebreak.city.life;

import org.jspecify.annotations.NullMarked;
