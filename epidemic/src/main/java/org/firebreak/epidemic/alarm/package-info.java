/**
 * Alarms on any series: EARS, CUSUM, Farrington, and a negative binomial detector that knows
 * weekdays and seasons. Pure functions of a series; what becomes of an alarm is not theirs.
 */
@NullMarked
package org.firebreak.epidemic.alarm;

import org.jspecify.annotations.NullMarked;
