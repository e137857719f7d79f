package org.firebreak.platform.situation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.firebreak.base.LocalizedText;
import org.firebreak.platform.access.RegionScope;
import org.firebreak.platform.catalog.Catalog;
import org.firebreak.platform.catalog.DatasetRef;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.settings.SettingsService;
import org.firebreak.platform.situation.Answers.Figure;
import org.firebreak.platform.situation.Answers.Figures;
import org.firebreak.platform.situation.Answers.Frames;
import org.firebreak.platform.situation.Answers.IndicatorRef;
import org.firebreak.platform.situation.Answers.MapAnswer;
import org.firebreak.platform.situation.Answers.MapItem;
import org.firebreak.platform.situation.Answers.RegionRef;
import org.firebreak.platform.situation.Answers.RegionSeries;
import org.firebreak.platform.situation.Answers.SeriesAnswer;
import org.firebreak.platform.situation.Answers.Summary;
import org.firebreak.platform.situation.Answers.Table;
import org.firebreak.platform.situation.Answers.TableRow;
import org.firebreak.platform.situation.SeriesBooks.SourcedBook;
import org.firebreak.platform.situation.SeriesTable.Annotation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * What is known of the epidemic by region and day: the one door to the series for other
 * capabilities. Callers see what lies in their regions. Thread-safe.
 */
@Service
public class Situation {

  private static final int VINTAGES_MAX = 60;
  private static final String MAIN_INDICATOR = "confirmed";

  private final SeriesBooks books;
  private final SeriesTable table;
  private final Regions regions;
  private final Catalog catalog;
  private final SettingsService settings;
  private final IndicatorTitles titles;
  private final JdbcTemplate jdbc;
  private final DataSource dataSource;
  private final ApplicationEventPublisher events;

  Situation(
      SeriesBooks books,
      SeriesTable table,
      Regions regions,
      Catalog catalog,
      SettingsService settings,
      IndicatorTitles titles,
      JdbcTemplate jdbc,
      DataSource dataSource,
      ApplicationEventPublisher events) {
    this.events = events;
    this.books = books;
    this.table = table;
    this.regions = regions;
    this.catalog = catalog;
    this.settings = settings;
    this.titles = titles;
    this.jdbc = jdbc;
    this.dataSource = dataSource;
  }

  /** Begins to store the observations of an import; the caller holds the transaction. */
  public SeriesImport begin(String source, long importId, Instant asOf) {
    return new SeriesImport(jdbc, dataSource, events, source, importId, asOf);
  }

  /** The region of a code; without one, the first of the scope, or the platform's home. */
  public Region region(@Nullable String code, RegionScope scope) {
    if (code != null) {
      return regions.getRegion(code, scope);
    }
    List<Region> own = regions.listScope(scope);
    return own == null || own.isEmpty()
        ? regions.getRegion(settings.get().homeRegion(), scope)
        : own.getFirst();
  }

  /** A number that changes whenever any value of any series does. */
  public long revision() {
    return table.revision();
  }

  /** The times at which a source said something new, the newest first. */
  public List<Instant> listVintages(String source, int limit) {
    return table.listVintages(source, limit);
  }

  /** The name of an indicator for people. */
  public LocalizedText indicatorTitle(String indicator) {
    return titles.of(indicator);
  }

  /**
   * Daily values for models.
   *
   * @param around the region that decides which source speaks: the one that covers most of it
   * @param wanted regions within it whose values are wanted
   * @param source the source to use, or null for the one with the widest cover
   * @param asOf as known then, or null for now
   */
  public Optional<KnownSeries> findKnown(
      Region around,
      Collection<Region> wanted,
      String indicator,
      @Nullable String source,
      @Nullable Instant asOf) {
    return books
        .find(around, indicator, source, asOf)
        .map(found -> {
          SeriesBook book = found.book();
          List<KnownSeries.Line> lines = new ArrayList<>();
          for (Region region : wanted) {
            book.find(region.code())
                .map(counts ->
                    new KnownSeries.Line(
                        region,
                        counts.kind(),
                        !book.hasOwn(region.code()),
                        counts.fresh(),
                        counts.cumulative()))
                .filter(line -> line.lastKnown() >= 0)
                .ifPresent(lines::add);
          }
          return new KnownSeries(
              indicator,
              titles.of(indicator),
              found.source(),
              datasets(found.source()),
              book.newest(),
              book.first(),
              lines);
        });
  }

  Summary summary(@Nullable String code, RegionScope scope) {
    Region region = region(code, scope);
    List<IndicatorRef> indicators = new ArrayList<>();
    LocalDate first = null;
    LocalDate last = null;
    for (String indicator : indicators(region)) {
      SourcedBook sourced = books.find(region, indicator, null, null).orElse(null);
      if (sourced == null) {
        continue;
      }
      SeriesBook book = sourced.book();
      first = first == null || book.first().isBefore(first) ? book.first() : first;
      last = last == null || book.last().isAfter(last) ? book.last() : last;
      indicators.add(
          new IndicatorRef(
              indicator,
              titles.of(indicator),
              book.kinds().stream().map(Kind::word).toList(),
              books.sources(region, indicator)));
    }
    List<Instant> vintages =
        indicators.isEmpty()
            ? List.of()
            : table.listVintages(indicators.getFirst().sources().getFirst(), VINTAGES_MAX);
    return new Summary(ref(region), ancestors(region, scope), first, last, vintages, indicators);
  }

  private List<RegionRef> ancestors(Region region, RegionScope scope) {
    return regions.tree().ancestors(region).stream()
        .filter(above -> scope.includes(above.path()))
        .map(Situation::ref)
        .toList();
  }

  /** Confirmed first, the rest by name. */
  private Collection<String> indicators(Region region) {
    Set<String> known = books.indicators(region);
    Set<String> ordered = new LinkedHashSet<>();
    if (known.contains(MAIN_INDICATOR)) {
      ordered.add(MAIN_INDICATOR);
    }
    ordered.addAll(new TreeSet<>(known));
    return ordered;
  }

  static RegionRef ref(Region region) {
    return new RegionRef(region.code(), region.name(), region.level().word(), region.hasChildren());
  }

  Figures figures(
      @Nullable String code, @Nullable LocalDate date, @Nullable Instant asOf, RegionScope scope) {
    Region region = region(code, scope);
    List<Figure> figures = new ArrayList<>();
    Set<DatasetRef> datasets = new LinkedHashSet<>();
    LocalDate shown = date;
    Instant newest = null;
    for (String indicator : indicators(region)) {
      SourcedBook sourced = books.find(region, indicator, null, asOf).orElse(null);
      DailyCounts counts = sourced == null ? null : sourced.book().find(region.code()).orElse(null);
      if (sourced == null || counts == null) {
        continue;
      }
      List<DatasetRef> refs = datasets(sourced.source());
      datasets.addAll(refs);
      shown = shown == null ? sourced.book().last() : shown;
      newest = sourced.book().newest();
      figures.addAll(
          FigureMaker.of(
              indicator, titles.of(indicator), region, sourced.book(), counts, shown, refs));
    }
    return new Figures(ref(region), shown, newest, figures, List.copyOf(datasets));
  }

  private List<DatasetRef> datasets(String source) {
    return catalog
        .findDataset("daily-count", source)
        .map(set -> List.of(DatasetRef.of(set)))
        .orElse(List.of());
  }

  MapAnswer map(Question question, @Nullable LocalDate date, RegionScope scope) {
    Region parent = region(question.region(), scope);
    Optional<SourcedBook> sourced = find(parent, question);
    LocalDate day = date == null ? sourced.map(found -> found.book().last()).orElse(null) : date;
    List<MapItem> items = new ArrayList<>();
    for (Region child : regions.tree().children(parent.code())) {
      double[] values = sourced.map(found -> values(found.book(), child, question)).orElse(null);
      items.add(
          new MapItem(
              child.code(),
              values == null || day == null ? null : at(values, sourced.get().book(), day),
              child.population()));
    }
    return new MapAnswer(
        ref(parent),
        question.indicator(),
        question.measure().word(),
        day,
        newest(sourced),
        items,
        datasets(sourced));
  }

  private Optional<SourcedBook> find(Region region, Question question) {
    return books.find(region, question.indicator(), question.source(), question.asOf());
  }

  private static @Nullable Instant newest(Optional<SourcedBook> sourced) {
    return sourced.map(found -> found.book().newest()).orElse(null);
  }

  private List<DatasetRef> datasets(Optional<SourcedBook> sourced) {
    return sourced.map(found -> datasets(found.source())).orElse(List.of());
  }

  private static double @Nullable [] values(SeriesBook book, Region region, Question question) {
    Long people = region.population();
    return book.find(region.code())
        .map(counts -> question.measure().of(counts, people == null ? Double.NaN : people))
        .orElse(null);
  }

  static @Nullable Double at(double[] values, SeriesBook book, LocalDate day) {
    int index = book.index(day);
    return index < 0 || index >= values.length ? null : known(values[index]);
  }

  static @Nullable Double known(double value) {
    return Double.isNaN(value) || Double.isInfinite(value) ? null : value;
  }

  Frames frames(
      Question question, @Nullable LocalDate from, @Nullable LocalDate to, RegionScope scope) {
    Region parent = region(question.region(), scope);
    Optional<SourcedBook> sourced = find(parent, question);
    List<LocalDate> dates = sourced.map(found -> days(found.book(), from, to)).orElse(List.of());
    Map<String, double[]> byCode = new LinkedHashMap<>();
    if (sourced.isPresent()) {
      for (Region child : regions.tree().children(parent.code())) {
        double[] values = values(sourced.get().book(), child, question);
        if (values != null) {
          byCode.put(child.code(), values);
        }
      }
    }
    List<List<@Nullable Double>> frames = new ArrayList<>();
    for (LocalDate day : dates) {
      List<@Nullable Double> frame = new ArrayList<>();
      byCode.values().forEach(values -> frame.add(at(values, sourced.get().book(), day)));
      frames.add(frame);
    }
    return new Frames(
        ref(parent),
        question.indicator(),
        question.measure().word(),
        newest(sourced),
        dates,
        List.copyOf(byCode.keySet()),
        frames,
        datasets(sourced));
  }

  private static List<LocalDate> days(
      SeriesBook book, @Nullable LocalDate from, @Nullable LocalDate to) {
    LocalDate first = from == null || from.isBefore(book.first()) ? book.first() : from;
    LocalDate last = to == null || to.isAfter(book.last()) ? book.last() : to;
    return first.isAfter(last) ? List.of() : first.datesUntil(last.plusDays(1)).toList();
  }

  SeriesAnswer series(
      List<String> codes,
      Question question,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      RegionScope scope) {
    List<Region> asked = codes.stream().map(code -> regions.getRegion(code, scope)).toList();
    Optional<SourcedBook> sourced =
        asked.stream().flatMap(region -> find(region, question).stream()).findFirst();
    List<LocalDate> dates = sourced.map(found -> days(found.book(), from, to)).orElse(List.of());
    List<RegionSeries> lines = new ArrayList<>();
    for (Region region : asked) {
      SeriesBook book = find(region, question).map(SourcedBook::book).orElse(null);
      double[] values = book == null ? null : values(book, region, question);
      if (book == null || values == null) {
        continue;
      }
      List<@Nullable Double> shown = new ArrayList<>();
      dates.forEach(day -> shown.add(at(values, book, day)));
      lines.add(new RegionSeries(region.code(), region.name(), !book.hasOwn(region.code()), shown));
    }
    List<Annotation> marks = asked.isEmpty() ? List.of() : marks(asked.getFirst());
    return new SeriesAnswer(
        question.indicator(),
        question.measure().word(),
        newest(sourced),
        dates,
        lines,
        marks,
        datasets(sourced));
  }

  Table table(
      @Nullable String code, @Nullable LocalDate date, @Nullable Instant asOf, RegionScope scope) {
    Region parent = region(code, scope);
    Map<String, SourcedBook> byIndicator = new LinkedHashMap<>();
    for (String indicator : indicators(parent)) {
      books
          .find(parent, indicator, null, asOf)
          .ifPresent(found -> byIndicator.put(indicator, found));
    }
    LocalDate day = date;
    Instant newest = null;
    Set<DatasetRef> refs = new LinkedHashSet<>();
    for (SourcedBook sourced : byIndicator.values()) {
      day = day == null ? sourced.book().last() : day;
      newest = newest == null ? sourced.book().newest() : newest;
      refs.addAll(datasets(sourced.source()));
    }
    List<TableRow> rows = new ArrayList<>();
    for (Region child : regions.tree().children(parent.code())) {
      Map<String, Map<String, @Nullable Double>> values = new LinkedHashMap<>();
      for (Map.Entry<String, SourcedBook> entry : byIndicator.entrySet()) {
        FigureMaker.row(child, entry.getValue().book(), day)
            .ifPresent(row -> values.put(entry.getKey(), row));
      }
      if (!values.isEmpty()) {
        rows.add(
            new TableRow(
                child.code(), child.name(), child.hasChildren(), child.population(), values));
      }
    }
    return new Table(
        ref(parent), day, newest, List.copyOf(byIndicator.keySet()), rows, List.copyOf(refs));
  }

  List<Annotation> annotations(@Nullable String code, RegionScope scope) {
    return marks(region(code, scope));
  }

  /**
   * Marks of the region itself and of those above it, and what only regions below it say: the same
   * thing said for many of them is one mark.
   */
  private List<Annotation> marks(Region region) {
    Map<List<Object>, Annotation> marks = new LinkedHashMap<>();
    for (boolean below : new boolean[] {false, true}) {
      for (Annotation mark : books.annotations()) {
        Region at = regions.findRegion(mark.region()).orElse(null);
        if (at != null && (below ? at.isWithin(region) : region.isWithin(at))) {
          marks.putIfAbsent(List.of(mark.date(), mark.kind(), mark.text()), mark);
        }
      }
    }
    return marks.values().stream().sorted(Comparator.comparing(Annotation::date)).toList();
  }

  /** Keeps a mark for charts. */
  public void saveAnnotation(
      String region, LocalDate date, String kind, LocalizedText text, String source) {
    table.saveAnnotation(new Annotation(region, date, kind, text, source));
  }
}
