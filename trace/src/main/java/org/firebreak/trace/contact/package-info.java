/** Who met whom: encounters of a person and what they add up to. */
@NullMarked
package org.firebreak.trace.contact;

import org.jspecify.annotations.NullMarked;
