package org.firebreak.platform.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.platform.people.PersonToken;
import org.firebreak.platform.people.PersonVault;
import org.firebreak.platform.people.PersonalField;
import org.firebreak.platform.sql.BulkCopy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/**
 * Stores the records of one import, batch by batch, within one transaction of the caller.
 *
 * <p>A record is <i>unchanged</i> if the version that counts has the same content; else it becomes
 * a new version and the old one stays as history. If it is older than what is known (its as-of lies
 * before), it becomes history itself. Not thread-safe.
 */
public final class RecordImport {

  private static final String COLUMNS =
      "records.record (id, standard, source, external_id, version, content_hash, as_of,"
          + " recorded_at, superseded_at, region, person, data, flags, left_out, import_id, row_number)";

  private final RecordTable table;
  private final PersonVault vault;
  private final ObjectMapper json;
  private final @Nullable RecordListener listener;
  private final Provenance provenance;
  private long stored;
  private long unchanged;

  RecordImport(
      RecordTable table,
      PersonVault vault,
      ObjectMapper json,
      @Nullable RecordListener listener,
      Provenance provenance) {
    this.table = table;
    this.vault = vault;
    this.json = json;
    this.listener = listener;
    this.provenance = provenance;
  }

  /** Stores a batch of any size. */
  public void add(List<NewRecord> batch) {
    List<NewRecord> part = new ArrayList<>(batch.size());
    Set<String> seen = new HashSet<>();
    for (NewRecord record : batch) {
      if (!seen.add(record.externalId())) {
        addDistinct(part);
        part = new ArrayList<>();
        seen.clear();
        seen.add(record.externalId());
      }
      part.add(record);
    }
    addDistinct(part);
  }

  /** Ends the import. */
  public void finish() {
    if (listener != null) {
      listener.finished();
    }
  }

  /** Records stored as new versions so far. */
  public long stored() {
    return stored;
  }

  /** Records that were there already so far. */
  public long unchanged() {
    return unchanged;
  }

  private void addDistinct(List<NewRecord> part) {
    Map<String, KnownRecord> known =
        table.findKnown(
            provenance.standard(),
            provenance.source(),
            part.stream().map(NewRecord::externalId).toList());
    List<Version> versions = new ArrayList<>();
    for (NewRecord record : part) {
      Version version = Version.of(record, known.get(record.externalId()), provenance.asOf());
      if (version == null) {
        unchanged++;
      } else {
        versions.add(version);
      }
    }
    store(versions);
  }

  private void store(List<Version> versions) {
    if (versions.isEmpty()) {
      return;
    }
    List<Long> ids = table.nextIds(versions.size());
    table.supersede(
        versions.stream().flatMap(version -> version.replacedId().stream()).toList(),
        provenance.recordedAt());
    Map<PersonToken, List<PersonalField>> personal = new LinkedHashMap<>();
    BulkCopy copy = new BulkCopy();
    List<StoredRecord> current = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      Version version = versions.get(i);
      append(copy, ids.get(i), version, personal);
      if (!version.history()) {
        current.add(version.stored(ids.get(i), provenance.source()));
      }
    }
    vault.put(personal);
    table.copy(copy, COLUMNS);
    if (listener != null) {
      listener.stored(current);
    }
    stored += versions.size();
  }

  private void append(
      BulkCopy copy, long id, Version version, Map<PersonToken, List<PersonalField>> personal) {
    NewRecord record = version.record();
    List<PersonalField> fields = record.personalFields();
    PersonToken person = fields.isEmpty() ? null : version.personToken();
    if (person != null) {
      personal.put(person, fields);
    }
    copy.value(id)
        .value(provenance.standard())
        .value(provenance.source())
        .value(record.externalId())
        .value(version.number())
        .value(record.record().contentHash())
        .value(provenance.asOf())
        .value(provenance.recordedAt())
        .value(version.history() ? provenance.recordedAt() : null)
        .value(record.region())
        .value(person)
        .value(json.writeValueAsString(record.openFields()))
        .array(record.flags())
        .value(json.writeValueAsString(record.leftOut()))
        .value(provenance.importId())
        .value(record.rowNumber())
        .endRow();
  }

  /**
   * Where the records of an import come from.
   *
   * @param asOf the time the data were known
   * @param recordedAt the time they are stored
   */
  public record Provenance(
      String standard, String source, long importId, Instant asOf, Instant recordedAt) {}
}
