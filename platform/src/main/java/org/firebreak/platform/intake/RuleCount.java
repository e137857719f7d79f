package org.firebreak.platform.intake;

/**
 * How often a rule was broken.
 *
 * @param severity {@code error} or {@code warning}
 */
record RuleCount(String rule, String severity, long count) {}
