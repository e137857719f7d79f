package org.firebreak.platform.genomes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of genomes, or a table of samples, on its way in.
 *
 * @param storedFile name of the file in the data folder; null once it was worked on
 * @param state queued, running, done, failed or cancelled
 */
record GenomeUpload(
    long id,
    long reference,
    String fileName,
    @Nullable String storedFile,
    @Nullable String metadataName,
    @Nullable String storedMetadata,
    String state,
    @Nullable UUID job,
    String startedBy,
    Instant createdAt,
    @Nullable Instant endedAt,
    Counts counts,
    @Nullable String errorCode,
    @Nullable String errorMessage) {

  /**
   * What became of the records.
   *
   * @param records records read
   * @param accepted genomes that were new
   * @param changed known genomes with another sequence or other data of the sample
   * @param unchanged known genomes as they were
   * @param refused records that are no genome of this virus, or broken
   */
  record Counts(long records, long accepted, long changed, long unchanged, long refused) {}

  boolean isUnfinished() {
    return "queued".equals(state) || "running".equals(state);
  }
}
