/** What the SQL of several capabilities shares: bulk copy. */
@NullMarked
package org.firebreak.platform.sql;

import org.jspecify.annotations.NullMarked;
