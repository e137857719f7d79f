/** What integration tests use: one real platform per test process, and a client of its API. */
@NullMarked
package org.firebreak.platform.testing;

import org.jspecify.annotations.NullMarked;
