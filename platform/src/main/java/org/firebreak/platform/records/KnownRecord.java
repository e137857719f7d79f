package org.firebreak.platform.records;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a record.
 *
 * @param id of the version that counts
 * @param lastVersion highest number of any version
 * @param contentHash of the version that counts
 * @param contentHashes of all versions
 * @param asOf of the version that counts
 */
record KnownRecord(
    long id,
    int lastVersion,
    String contentHash,
    Set<String> contentHashes,
    Instant asOf,
    @Nullable UUID person) {}
