/** Commands of whoever runs a platform. */
@NullMarked
package org.firebreak.cli.operation;

import org.jspecify.annotations.NullMarked;
