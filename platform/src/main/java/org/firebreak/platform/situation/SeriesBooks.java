package org.firebreak.platform.situation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.RegionTree;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.situation.SeriesTable.Annotation;
import org.firebreak.platform.situation.SeriesTable.Series;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds and keeps the {@link SeriesBook}s that were asked for last. Where several sources speak of
 * a place, the one is taken that covers most of the regions in question, and every answer names it.
 * Thread-safe.
 */
@Component
class SeriesBooks {

  /** A book of 3,500 series over a year is about 10 MB. */
  private static final int BOOKS_KEPT = 12;

  private final SeriesTable table;
  private final Regions regions;
  private final Map<BookKey, SeriesBook> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(BOOKS_KEPT, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<BookKey, SeriesBook> eldest) {
              return size() > BOOKS_KEPT;
            }
          });
  private volatile @Nullable Heads heads;

  SeriesBooks(SeriesTable table, Regions regions) {
    this.table = table;
    this.regions = regions;
  }

  private Heads heads() {
    long revision = table.revision();
    Heads known = heads;
    if (known == null || known.revision != revision) {
      known = new Heads(revision, table.listSeries(), marks());
      heads = known;
    }
    return known;
  }

  /** Marks that were stored, and changes of definition that the series themselves show. */
  private List<Annotation> marks() {
    List<Annotation> marks = new ArrayList<>(table.listAnnotations());
    marks.addAll(table.listDefinitionChanges());
    marks.sort(Comparator.comparing(Annotation::date));
    return List.copyOf(marks);
  }

  /** All marks for charts, by day. */
  List<Annotation> annotations() {
    return heads().marks;
  }

  /** Indicators that any source has for a region or below it. */
  Set<String> indicators(Region region) {
    RegionTree tree = regions.tree();
    return heads().series.stream()
        .filter(series -> isWithin(tree, series.region(), region))
        .map(Series::indicator)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean isWithin(RegionTree tree, String code, Region region) {
    return tree.find(tree.knownPart(code)).filter(found -> found.isWithin(region)).isPresent();
  }

  /**
   * Sources with an indicator for a region or below it. First comes the one that speaks of most of
   * the regions directly below, then the one that speaks of the region itself, then the one with
   * most series.
   */
  List<String> sources(Region region, String indicator) {
    RegionTree tree = regions.tree();
    Map<String, Cover> covers = new LinkedHashMap<>();
    for (Series series : heads().series) {
      Region at =
          series.indicator().equals(indicator)
              ? tree.find(tree.knownPart(series.region())).orElse(null)
              : null;
      if (at != null && at.isWithin(region)) {
        covers.computeIfAbsent(series.source(), key -> new Cover()).add(region, at);
      }
    }
    return covers.entrySet().stream()
        .sorted(Map.Entry.<String, Cover>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How well a source covers a region. */
  private static final class Cover implements Comparable<Cover> {

    private final Set<String> parts = new HashSet<>();
    private boolean whole;
    private int series;

    void add(Region region, Region at) {
      series++;
      if (at.code().equals(region.code())) {
        whole = true;
      } else {
        parts.add(at.ancestry().get(region.ancestry().size()));
      }
    }

    @Override
    public int compareTo(Cover other) {
      return Comparator.<Cover>comparingInt(cover -> cover.parts.size())
          .thenComparing(cover -> cover.whole)
          .thenComparingInt(cover -> cover.series)
          .compare(this, other);
    }
  }

  /**
   * The book of an indicator for a region and what lies below it.
   *
   * @param source the source to use, or null for the one with the widest cover
   * @param asOf as known then, or null for now
   */
  Optional<SourcedBook> find(
      Region region, String indicator, @Nullable String source, @Nullable Instant asOf) {
    List<String> sources = sources(region, indicator);
    String chosen =
        source != null && sources.contains(source)
            ? source
            : sources.isEmpty() ? null : sources.getFirst();
    if (chosen == null) {
      return Optional.empty();
    }
    Heads now = heads();
    RegionTree tree = regions.tree();
    BookKey key = new BookKey(now.revision, regions.revision(), indicator, chosen, asOf);
    SeriesBook book = kept.computeIfAbsent(key, wanted -> open(now, tree, indicator, chosen, asOf));
    return book.isEmpty() ? Optional.empty() : Optional.of(new SourcedBook(chosen, book));
  }

  private SeriesBook open(
      Heads now, RegionTree tree, String indicator, String source, @Nullable Instant asOf) {
    List<Series> wanted = new ArrayList<>();
    for (Series series : now.series) {
      if (series.indicator().equals(indicator) && series.source().equals(source)) {
        wanted.add(series);
      }
    }
    return new SeriesBook(
        tree, wanted, table.listValues(wanted.stream().map(Series::id).toList(), asOf));
  }

  /** A book and the source it was written from. */
  record SourcedBook(String source, SeriesBook book) {}

  private record Heads(long revision, List<Series> series, List<Annotation> marks) {}

  private record BookKey(
      long seriesRevision,
      long regionRevision,
      String indicator,
      String source,
      @Nullable Instant asOf) {}
}
