package org.firebreak.platform.situation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the series.
 *
 * @param region the region, or null for the home region of the platform
 * @param source the source to use, or null for the one with the widest cover
 * @param asOf as known then, or null for now
 */
record Question(
    @Nullable String region,
    String indicator,
    Measure measure,
    @Nullable String source,
    @Nullable Instant asOf) {}
