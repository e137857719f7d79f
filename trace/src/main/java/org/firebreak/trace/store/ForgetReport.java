package org.firebreak.trace.store;

/**
 * What forgetting a person did, and its proof.
 *
 * @param staysRemoved stays (pieces by day) that are gone
 * @param segmentsRewritten day segments written anew
 * @param segmentsRead all segments, read row by row afterwards
 * @param staysRead rows in them, both orders
 * @param traces rows or names of the person that were still found; 0 proves it
 */
public record ForgetReport(
    long staysRemoved, int segmentsRewritten, int segmentsRead, long staysRead, long traces) {}
