package org.firebreak.city.surveillance;

/**
 * One contact that tracing found.
 *
 * @param source the case
 * @param person number of the contact
 * @param firstDay first day of contact
 * @param lastDay last day of contact
 * @param place where they met first
 */
record ContactReport(CaseReport source, int person, int firstDay, int lastDay, long place) {}
