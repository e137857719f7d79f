package org.firebreak.platform.cases;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.firebreak.intake.TypedRecord;
import org.firebreak.intake.standard.FieldSpec;
import org.firebreak.intake.standard.FieldType;
import org.firebreak.platform.records.RecordListener;
import org.firebreak.platform.records.StoredRecord;
import org.firebreak.platform.regions.Level;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.RegionTree;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.sql.BulkCopy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the line list ready to be searched, sorted and counted, in the transaction that stores the
 * cases. Which regions were touched is kept with the transaction until its end.
 */
@Component
class CaseIndex implements RecordListener {

  /** Stands in for a missing region in the daily counts, whose key cannot be null. */
  static final String NO_REGION = "";

  static final LocalDate UNDATED = LocalDate.of(1, 1, 1);

  private static final List<Level> NAMED_LEVELS =
      List.of(Level.DISTRICT, Level.CITY, Level.PROVINCE);

  private static final String COLUMNS =
      "cases.line (record, case_number, source, region, nation, province, city, district,"
          + " classification, outcome, sex, age_years, onset_date, report_date, sort_date, place, search)";

  private static final String COUNT_AGAIN =
      """
      insert into cases.daily (region, by_date, date, classification, count)
      select coalesce(region, ''), ?, %1$s, coalesce(classification, 'unknown'), count(*)
      from cases.line
      where %1$s is not null and coalesce(region, '') = any (?)
      group by 1, 3, 4
      """;

  private final JdbcTemplate jdbc;
  private final DataSource dataSource;
  private final Regions regions;

  CaseIndex(JdbcTemplate jdbc, DataSource dataSource, Regions regions) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
    this.regions = regions;
  }

  @Override
  public String standard() {
    return "case";
  }

  @Override
  public void stored(List<StoredRecord> records) {
    Set<String> touched = touchedRegions();
    List<Long> replaced =
        records.stream().map(StoredRecord::replaces).filter(Objects::nonNull).toList();
    if (!replaced.isEmpty()) {
      touched.addAll(
          jdbc.queryForList(
              "delete from cases.line where record = any (?) returning coalesce(region, '')",
              String.class,
              (Object) replaced.toArray(Long[]::new)));
    }
    RegionTree tree = regions.tree();
    BulkCopy rows = new BulkCopy();
    for (StoredRecord stored : records) {
      append(rows, stored, tree);
      touched.add(Objects.requireNonNullElse(stored.region(), NO_REGION));
    }
    rows.into(dataSource, COLUMNS);
  }

  private static void append(BulkCopy rows, StoredRecord stored, RegionTree tree) {
    TypedRecord record = stored.record();
    String region = stored.region();
    LocalDate onset = record.date("date_onset");
    LocalDate report = record.date("date_report");
    rows.value(stored.id())
        .value(stored.externalId())
        .value(stored.source())
        .value(region)
        .value(at(tree, region, Level.NATION))
        .value(at(tree, region, Level.PROVINCE))
        .value(at(tree, region, Level.CITY))
        .value(at(tree, region, Level.DISTRICT))
        .value(record.text("classification"))
        .value(record.text("outcome"))
        .value(record.text("sex"))
        .value(record.number("age"))
        .value(onset)
        .value(report)
        .value(report != null ? report : onset != null ? onset : UNDATED)
        .value(region == null ? "" : placeOf(tree, region))
        .value(words(stored, tree).vector())
        .endRow();
  }

  /** The path of a region; one that the tree does not know lies below the part it knows. */
  private static String placeOf(RegionTree tree, String region) {
    String known = tree.knownPart(region);
    return tree.find(known).map(Region::path).orElse("") + region.substring(known.length());
  }

  private static SearchWords words(StoredRecord stored, RegionTree tree) {
    SearchWords words = new SearchWords().add(stored.externalId()).add(stored.source());
    String region = stored.region();
    if (region != null) {
      words.add(region.substring(tree.knownPart(region).length()));
      for (Level level : NAMED_LEVELS) {
        tree.find(String.valueOf(at(tree, region, level)))
            .ifPresent(named -> words.add(named.name().en()).add(named.name().zh()));
      }
    }
    for (FieldSpec field : stored.record().standard().fields()) {
      if (!field.personal() && field.type() == FieldType.TEXT) {
        words.add(stored.record().text(field.name()));
      }
    }
    return words;
  }

  private static @Nullable String at(RegionTree tree, @Nullable String region, Level level) {
    return region == null ? null : tree.codeAt(region, level);
  }

  @Override
  public void finished() {
    Object touched = touchedRegions().toArray(String[]::new);
    jdbc.update("delete from cases.daily where region = any (?)", touched);
    jdbc.update(COUNT_AGAIN.formatted("onset_date"), "onset", touched);
    jdbc.update(COUNT_AGAIN.formatted("report_date"), "report", touched);
  }

  @SuppressWarnings("unchecked")
  private Set<String> touchedRegions() {
    Set<String> known = (Set<String>) TransactionSynchronizationManager.getResource(this);
    if (known != null) {
      return known;
    }
    Set<String> fresh = new HashSet<>();
    TransactionSynchronizationManager.bindResource(this, fresh);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(CaseIndex.this);
          }
        });
    return fresh;
  }
}
