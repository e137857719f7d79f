/** The line list: search, one case with its history, the epidemic curve. */
@NullMarked
package org.firebreak.platform.cases;

import org.jspecify.annotations.NullMarked;
