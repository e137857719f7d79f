/** Many series at once, on all cores, with the same results for any number of threads. */
@NullMarked
package org.firebreak.epidemic.batch;

import org.jspecify.annotations.NullMarked;
