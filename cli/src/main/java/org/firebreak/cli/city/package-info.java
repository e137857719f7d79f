/** Commands of the synthetic city. */
@NullMarked
package org.firebreak.cli.city;

import org.jspecify.annotations.NullMarked;
