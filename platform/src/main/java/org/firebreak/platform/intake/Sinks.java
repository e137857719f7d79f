package org.firebreak.platform.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.firebreak.base.LocalizedText;
import org.firebreak.intake.TypedRecord;
import org.firebreak.intake.region.Region;
import org.firebreak.platform.records.NewRecord;
import org.firebreak.platform.records.RecordImport.Provenance;
import org.firebreak.platform.records.Records;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.situation.Situation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Chooses where the records of a standard go. A standard that is not named here is kept as records,
 * so that adding one needs no code.
 */
@Component
class Sinks {

  private final Records records;
  private final Regions regions;
  private final Situation situation;

  Sinks(Records records, Regions regions, Situation situation) {
    this.records = records;
    this.regions = regions;
    this.situation = situation;
  }

  /** A sink for one import; the caller holds the transaction. */
  StandardSink open(Provenance provenance) {
    return switch (provenance.standard()) {
      case "daily-count" ->
          new SeriesSink(
              situation.begin(provenance.source(), provenance.importId(), provenance.asOf()));
      case "region" -> recordSink(provenance, batch -> mergeRegions(batch, provenance.source()));
      case "population" -> recordSink(provenance, this::mergePopulations);
      case "annotation" ->
          recordSink(provenance, batch -> saveAnnotations(batch, provenance.source()));
      default -> recordSink(provenance, batch -> {});
    };
  }

  private RecordSink recordSink(
      Provenance provenance, java.util.function.Consumer<List<NewRecord>> listener) {
    return new RecordSink(records.begin(provenance), listener);
  }

  private void mergeRegions(List<NewRecord> batch, String scheme) {
    List<Region> merged = new ArrayList<>();
    for (NewRecord one : batch) {
      merged.add(RegionRecord.toRegion(one.record(), regions.directory()));
    }
    regions.mergeRegions(merged, scheme);
    for (NewRecord one : batch) {
      Number population = one.record().number("population");
      if (population != null) {
        regions.mergePopulation(
            RegionRecord.code(one.record()), population.longValue(), yearOf(one.record()));
      }
    }
  }

  private static int yearOf(TypedRecord record) {
    LocalDate from = record.date("valid_from");
    return from == null ? 1 : from.getYear();
  }

  /** Only totals over both sexes and all ages are the population of a region. */
  private void mergePopulations(List<NewRecord> batch) {
    for (NewRecord one : batch) {
      TypedRecord record = one.record();
      String region = record.text("region");
      Number persons = record.number("value");
      if (region != null
          && persons != null
          && isTotal(record.text("sex"))
          && record.text("age_group") == null) {
        regions.mergePopulation(region, persons.longValue(), populationYear(record));
      }
    }
  }

  private static boolean isTotal(@Nullable String sex) {
    return sex == null || "all".equals(sex);
  }

  private static int populationYear(TypedRecord record) {
    Number year = record.number("year");
    LocalDate date = record.date("date");
    return year != null ? year.intValue() : date == null ? 1 : date.getYear();
  }

  private void saveAnnotations(List<NewRecord> batch, String source) {
    for (NewRecord one : batch) {
      TypedRecord record = one.record();
      situation.saveAnnotation(
          Objects.requireNonNull(record.text("region")),
          Objects.requireNonNull(record.date("date")),
          Objects.requireNonNull(record.text("kind")),
          text(record),
          source);
    }
  }

  private static LocalizedText text(TypedRecord record) {
    String en = record.text("text_en");
    String zh = record.text("text_zh");
    String known = Objects.requireNonNullElse(en == null ? zh : en, "-");
    return new LocalizedText(en == null ? known : en, zh == null ? known : zh);
  }
}
