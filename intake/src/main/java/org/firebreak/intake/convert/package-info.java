/** Text cells to typed values: dates, numbers, codes, ages, coordinates. */
@NullMarked
package org.firebreak.intake.convert;

import org.jspecify.annotations.NullMarked;
