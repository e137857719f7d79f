package org.firebreak.city.surveillance;

import org.firebreak.city.epidemic.Infection;

/**
 * What the authority knows of one infection on the last day, without errors of the record.
 *
 * @param caseId number of the case, unique
 * @param infection the truth behind it
 * @param leaf index of the district that reports it
 * @param classification as of the last day
 * @param reportDay day of the report; for a clinically diagnosed case the day it was first counted
 * @param entryLagDays days from the report until it stood in the published series
 * @param deathLagDays days from a death until it stood in the published series
 * @param caseDefinition key of the case definition in force
 */
public record CaseReport(
    String caseId,
    Infection infection,
    int leaf,
    Classification classification,
    int reportDay,
    int entryLagDays,
    int deathLagDays,
    String caseDefinition) {}
