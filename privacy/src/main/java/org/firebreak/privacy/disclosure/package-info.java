/**
 * What may leave as numbers: the threshold below which a count is not shown, and the suppression
 * around it that withstands subtraction across queries, breakdowns and days.
 */
@NullMarked
package org.firebreak.privacy.disclosure;

import org.jspecify.annotations.NullMarked;
