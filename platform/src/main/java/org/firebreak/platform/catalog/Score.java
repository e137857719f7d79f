package org.firebreak.platform.catalog;

import java.time.Instant;

/**
 * Quality of a data set as one import found it; each part from 0 (worst) to 1.
 *
 * @see org.firebreak.intake.quality
 */
public record Score(
    long importId,
    Instant scoredAt,
    double completeness,
    double validity,
    double consistency,
    double uniqueness,
    double timeliness,
    double overall) {}
