package org.firebreak.platform.records;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored version of a record.
 *
 * @param externalId what the source calls it
 * @param supersededAt when a later version took its place; null if it counts now
 * @param region code of the region it belongs to
 * @param person token of the person it is about, if it had personal fields
 * @param data its other fields as a JSON object
 * @param flags codes of the rules that warned about it
 * @param leftOut fields left empty and the value the source gives, as a JSON object of texts
 */
public record RecordVersion(
    long id,
    String standard,
    String source,
    String externalId,
    int version,
    Instant asOf,
    Instant recordedAt,
    @Nullable Instant supersededAt,
    @Nullable String region,
    @Nullable UUID person,
    String data,
    List<String> flags,
    String leftOut,
    long importId,
    long rowNumber) {}
