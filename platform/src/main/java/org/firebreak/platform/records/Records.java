package org.firebreak.platform.records;

import java.util.List;
import java.util.Optional;
import org.firebreak.platform.people.PersonVault;
import org.firebreak.platform.records.RecordImport.Provenance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.ObjectMapper;

/** Records of all standards: the one door to them for other capabilities. Thread-safe. */
@Service
public class Records {

  private final RecordTable table;
  private final PersonVault vault;
  private final ObjectMapper json;
  private final List<RecordListener> listeners;

  Records(RecordTable table, PersonVault vault, ObjectMapper json, List<RecordListener> listeners) {
    this.table = table;
    this.vault = vault;
    this.json = json;
    this.listeners = listeners;
  }

  /** Begins to store the records of an import; the caller holds the transaction. */
  public RecordImport begin(Provenance provenance) {
    RecordListener listener =
        listeners.stream()
            .filter(candidate -> candidate.standard().equals(provenance.standard()))
            .findFirst()
            .orElse(null);
    return new RecordImport(table, vault, json, listener, provenance);
  }

  public Optional<RecordVersion> findVersion(long id) {
    return table.find(id);
  }

  /** The versions of these ids, in no particular order. */
  public List<RecordVersion> findVersions(List<Long> ids) {
    return table.findAll(ids);
  }

  /** All versions of the record that {@code id} is a version of, oldest as-of first. */
  public List<RecordVersion> listVersions(long id) {
    return table.listVersions(id);
  }

  /**
   * A page of records as they count now.
   *
   * @param regions codes of the regions they must belong to, or null for all
   * @param after id after which the page starts, 0 for the first
   * @param limit at most so many
   */
  public List<RecordVersion> listCurrent(
      String standard,
      @Nullable String source,
      @Nullable List<String> regions,
      long after,
      int limit) {
    return table.list(standard, source, regions, after, limit);
  }
}
