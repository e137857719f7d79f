/** Clusters in space and time: scan statistics with their Monte Carlo p values. */
@NullMarked
package org.firebreak.epidemic.scan;

import org.jspecify.annotations.NullMarked;
