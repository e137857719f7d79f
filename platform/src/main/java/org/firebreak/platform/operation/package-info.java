/** Health, metrics, backup and restore. */
@NullMarked
package org.firebreak.platform.operation;

import org.jspecify.annotations.NullMarked;
