package org.firebreak.platform.records;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.firebreak.platform.people.PersonToken;
import org.jspecify.annotations.Nullable;

/**
 * A version about to be stored.
 *
 * @param number 1 for the first
 * @param known what is stored of the record already, if anything
 * @param history whether a later version is known, so that this one is history from the start
 */
record Version(NewRecord record, int number, @Nullable KnownRecord known, boolean history) {

  /** The version to store, or null if nothing changes. */
  static @Nullable Version of(NewRecord record, @Nullable KnownRecord known, Instant asOf) {
    if (known == null) {
      return new Version(record, 1, null, false);
    }
    String hash = record.record().contentHash().toString();
    boolean history = asOf.isBefore(known.asOf());
    boolean there =
        history ? known.contentHashes().contains(hash) : known.contentHash().equals(hash);
    return there ? null : new Version(record, known.lastVersion() + 1, known, history);
  }

  /** The version that this one takes the place of. */
  Optional<Long> replacedId() {
    return known == null || history ? Optional.empty() : Optional.of(known.id());
  }

  /** The person's token: the same in all versions of a record. */
  PersonToken personToken() {
    UUID token = known == null ? null : known.person();
    return token == null ? PersonToken.create() : new PersonToken(token);
  }

  StoredRecord stored(long id, String source) {
    return new StoredRecord(
        id,
        replacedId().orElse(null),
        source,
        record.externalId(),
        record.region(),
        record.record());
  }
}
