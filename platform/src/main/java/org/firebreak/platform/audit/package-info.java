/** What was done by whom: rows that are only ever added. */
@NullMarked
package org.firebreak.platform.audit;

import org.jspecify.annotations.NullMarked;
