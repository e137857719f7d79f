package org.firebreak.platform.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import and how far it is; see the columns of {@code intake.import}.
 *
 * @param mapping as JSON, or null to propose one
 */
record Import(
    long id,
    String standard,
    int standardVersion,
    String source,
    String fileName,
    String sha256,
    @Nullable String storedFile,
    @Nullable Instant asOf,
    boolean dryRun,
    @Nullable String mapping,
    String state,
    @Nullable UUID job,
    String startedBy,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    ImportCounts counts,
    @Nullable String errorCode,
    @Nullable String errorMessage) {}
