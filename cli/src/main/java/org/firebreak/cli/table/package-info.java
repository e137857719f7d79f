/**
 * Tables as the commands read and print them: CSV with a header, errors with file, line, column.
 */
@NullMarked
package org.firebreak.cli.table;

import org.jspecify.annotations.NullMarked;
