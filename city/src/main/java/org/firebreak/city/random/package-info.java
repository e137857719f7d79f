/** Counter-based randomness: every draw is a function of seed, purpose and entity. */
@NullMarked
package org.firebreak.city.random;

import org.jspecify.annotations.NullMarked;
