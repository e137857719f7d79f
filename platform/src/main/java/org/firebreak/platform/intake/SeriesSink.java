package org.firebreak.platform.intake;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.firebreak.intake.TypedRecord;
import org.firebreak.platform.records.NewRecord;
import org.firebreak.platform.situation.Kind;
import org.firebreak.platform.situation.SeriesImport;
import org.firebreak.platform.situation.SeriesImport.Observation;
import org.firebreak.platform.situation.SeriesImport.SeriesKey;
import org.jspecify.annotations.Nullable;

/** Keeps daily counts as series. A time without zone is taken as UTC. */
final class SeriesSink implements StandardSink {

  private final SeriesImport series;

  SeriesSink(SeriesImport series) {
    this.series = series;
  }

  @Override
  public void add(List<NewRecord> batch) {
    List<Observation> observations = new ArrayList<>(batch.size());
    for (NewRecord one : batch) {
      TypedRecord record = one.record();
      observations.add(
          new Observation(
              key(record),
              Objects.requireNonNull(record.date("date")),
              asOf(record),
              Objects.requireNonNull(record.number("value")).doubleValue(),
              one.rowNumber()));
    }
    series.add(observations);
  }

  private static SeriesKey key(TypedRecord record) {
    return new SeriesKey(
        text(record, "indicator"),
        text(record, "region"),
        Kind.ofWord(text(record, "kind")),
        text(record, "case_definition"),
        stratum(record));
  }

  private static String stratum(TypedRecord record) {
    String sex = text(record, "sex");
    String ages = text(record, "age_group");
    return (sex.isEmpty() ? "" : "sex=" + sex)
        + (sex.isEmpty() || ages.isEmpty() ? "" : ";")
        + (ages.isEmpty() ? "" : "age=" + ages);
  }

  private static String text(TypedRecord record, String field) {
    return Objects.requireNonNullElse(record.text(field), "");
  }

  private static @Nullable Instant asOf(TypedRecord record) {
    return record.get("as_of") instanceof LocalDateTime time
        ? time.toInstant(ZoneOffset.UTC)
        : null;
  }

  @Override
  public long finish() {
    return series.finish();
  }
}
