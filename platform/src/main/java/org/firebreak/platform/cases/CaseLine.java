package org.firebreak.platform.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of the line list; see the columns of {@code cases.line}. */
record CaseLine(
    long record,
    String caseNumber,
    String source,
    @Nullable String region,
    @Nullable String classification,
    @Nullable String outcome,
    @Nullable String sex,
    @Nullable Float ageYears,
    @Nullable LocalDate onsetDate,
    @Nullable LocalDate reportDate,
    LocalDate sortDate,
    String place) {}
