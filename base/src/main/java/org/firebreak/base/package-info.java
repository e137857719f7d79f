/** Words that every room shares: tokens, intervals, regions, dates, problems with data, errors. */
@NullMarked
package org.firebreak.base;

import org.jspecify.annotations.NullMarked;
