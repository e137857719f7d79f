/** Starting and stopping: the data folder, its lock, the embedded PostgreSQL, migrations. */
@NullMarked
package org.firebreak.platform.lifecycle;

import org.jspecify.annotations.NullMarked;
