/** Series files as the epidemic commands read them: a number over time, for one or more groups. */
@NullMarked
package org.firebreak.cli.series;

import org.jspecify.annotations.NullMarked;
