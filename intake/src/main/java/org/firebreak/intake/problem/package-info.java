/** What is wrong with data: rules with a code, a severity and a sentence in two languages. */
@NullMarked
package org.firebreak.intake.problem;

import org.jspecify.annotations.NullMarked;
