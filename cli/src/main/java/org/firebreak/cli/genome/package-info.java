/** Commands over genomes. */
@NullMarked
package org.firebreak.cli.genome;

import org.jspecify.annotations.NullMarked;
