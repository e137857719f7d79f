/** Long work: started, followed, cancelled, remembered. */
@NullMarked
package org.firebreak.platform.jobs;

import org.jspecify.annotations.NullMarked;
