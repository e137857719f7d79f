/** Rules over one record, over a file and over a series. */
@NullMarked
package org.firebreak.intake.rule;

import org.jspecify.annotations.NullMarked;
