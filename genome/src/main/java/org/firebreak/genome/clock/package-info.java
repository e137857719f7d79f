/** The molecular clock: root, rate, dates. */
@NullMarked
package org.firebreak.genome.clock;

import org.jspecify.annotations.NullMarked;
