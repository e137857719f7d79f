package org.firebreak.platform.records;

import org.firebreak.intake.TypedRecord;
import org.jspecify.annotations.Nullable;

/**
 * A version of a record that has just been stored and is the one that counts now.
 *
 * @param id of this version
 * @param replaces id of the version it replaces, null for a new record
 * @param externalId what the source calls it
 * @param record its fields
 */
public record StoredRecord(
    long id,
    @Nullable Long replaces,
    String source,
    String externalId,
    @Nullable String region,
    TypedRecord record) {}
