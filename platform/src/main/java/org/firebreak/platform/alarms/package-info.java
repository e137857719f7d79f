/**
 * Alarms: rules that watch series, what they raise, and what people make of it. Other capabilities
 * raise alarms through {@link org.firebreak.platform.alarms.Alarms}.
 */
@org.jspecify.annotations.NullMarked
package org.firebreak.platform.alarms;
