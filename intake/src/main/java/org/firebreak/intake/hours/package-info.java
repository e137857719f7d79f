/** Opening hours from free text to a structured form. */
@NullMarked
package org.firebreak.intake.hours;

import org.jspecify.annotations.NullMarked;
