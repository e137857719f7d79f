/** Fictitious or given regions and the generated geometry they tile. */
@NullMarked
package org.firebreak.city.region;

import org.jspecify.annotations.NullMarked;
