/** Regions: the administrative tree, its names in two languages, its geometry. */
@NullMarked
package org.firebreak.platform.regions;

import org.jspecify.annotations.NullMarked;
