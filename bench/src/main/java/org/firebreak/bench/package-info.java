/**
 * How fast, against whom: measurements with the machine and the command, never asserted in tests.
 */
@NullMarked
package org.firebreak.bench;

import org.jspecify.annotations.NullMarked;
