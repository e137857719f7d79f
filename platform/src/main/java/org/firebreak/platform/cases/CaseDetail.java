package org.firebreak.platform.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.firebreak.platform.records.RecordVersion;
import org.firebreak.platform.regions.RegionTree;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * One case: what is known now, when what happened, where it was said, and what changed.
 *
 * @param hasPerson whether personal fields are kept for it
 * @param leftOut fields that are empty because the source's value, given here, is not in the code
 *     list
 * @param timeline dates of the case, earliest first
 * @param sources rows of files it comes from, newest first
 * @param history versions, newest first
 */
record CaseDetail(
    CaseSummary summary,
    boolean hasPerson,
    List<String> flags,
    Map<String, String> leftOut,
    List<Event> timeline,
    List<SourceRow> sources,
    List<Change> history) {

  private static final String DATE_PREFIX = "date_";

  static CaseDetail of(
      CaseLine line, List<RecordVersion> versions, ObjectMapper json, RegionTree tree) {
    RecordVersion current =
        versions.stream()
            .filter(version -> version.id() == line.record())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Case without record: " + line.record()));
    JsonNode fields = json.readTree(current.data());
    List<RecordVersion> newestFirst = versions.reversed();
    return new CaseDetail(
        CaseSummary.of(line, fields, tree),
        current.person() != null,
        current.flags(),
        json.readValue(current.leftOut(), new TypeReference<Map<String, String>>() {}),
        timeline(fields),
        newestFirst.stream().map(SourceRow::of).toList(),
        history(versions, json));
  }

  /** Every field that is a day is an event. */
  private static List<Event> timeline(JsonNode fields) {
    List<Event> events = new ArrayList<>();
    for (String name : fields.propertyNames()) {
      String text = fields.get(name).asString("");
      if (name.startsWith(DATE_PREFIX) && text.matches("\\d{4}-\\d{2}-\\d{2}")) {
        events.add(new Event(LocalDate.parse(text), name));
      }
    }
    events.sort(Comparator.comparing(Event::date).thenComparing(Event::field));
    return events;
  }

  private static List<Change> history(List<RecordVersion> versions, ObjectMapper json) {
    List<Change> changes = new ArrayList<>();
    JsonNode before = json.readTree("{}");
    for (RecordVersion version : versions) {
      JsonNode after = json.readTree(version.data());
      changes.add(
          new Change(
              version.version(),
              version.recordedAt(),
              version.asOf(),
              version.importId(),
              differences(before, after)));
      before = after;
    }
    return changes.reversed();
  }

  private static List<FieldChange> differences(JsonNode before, JsonNode after) {
    TreeSet<String> names = new TreeSet<>(before.propertyNames());
    names.addAll(after.propertyNames());
    return names.stream()
        .map(name -> new FieldChange(name, text(before, name), text(after, name)))
        .filter(change -> !Objects.equals(change.from(), change.to()))
        .toList();
  }

  private static @Nullable String text(JsonNode fields, String name) {
    JsonNode value = fields.path(name);
    return value.isMissingNode() ? null : value.asString(value.toString());
  }

  /** Something that happened on a day; the field of the standard says what. */
  record Event(LocalDate date, String field) {}

  /** A row of a file. */
  record SourceRow(
      long importId, String source, String externalId, long row, int version, Instant recordedAt) {

    static SourceRow of(RecordVersion version) {
      return new SourceRow(
          version.importId(),
          version.source(),
          version.externalId(),
          version.rowNumber(),
          version.version(),
          version.recordedAt());
    }
  }

  /** What a version changed against the one before. */
  record Change(
      int version, Instant recordedAt, Instant asOf, long importId, List<FieldChange> changes) {}

  /** A field that changed; null where it was or became empty. */
  record FieldChange(String field, @Nullable String from, @Nullable String to) {}
}
