package org.firebreak.platform.situation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.firebreak.base.LocalizedText;
import org.firebreak.platform.catalog.DatasetRef;
import org.firebreak.platform.regions.Level;
import org.firebreak.platform.situation.SeriesTable.Annotation;
import org.jspecify.annotations.Nullable;

/** The answers of the situation; null stands for a number that is not known. */
final class Answers {

  private Answers() {}

  /** Code and name of a region. */
  record RegionRef(
      String code,
      LocalizedText name,
      @Schema(implementation = Level.class) String level,
      boolean hasChildren) {}

  /**
   * What there is for a region.
   *
   * @param firstDate first and last day of any indicator; null where there is nothing
   * @param asOfDates vintages of the main source, newest first
   */
  record Summary(
      RegionRef region,
      List<RegionRef> ancestors,
      @Nullable LocalDate firstDate,
      @Nullable LocalDate lastDate,
      List<Instant> asOfDates,
      List<IndicatorRef> indicators) {}

  /** An indicator and the sources that have it, the one used unless another is asked for first. */
  record IndicatorRef(String key, LocalizedText title, List<String> kinds, List<String> sources) {}

  /** Key figures of a day. */
  record Figures(
      RegionRef region,
      @Nullable LocalDate date,
      @Nullable Instant asOf,
      List<Figure> figures,
      List<DatasetRef> datasets) {}

  /**
   * One key figure.
   *
   * @param measure what {@code value} is
   * @param change against a week before, in the same unit
   * @param changePercent the same as a share of the value a week before
   * @param summed whether it was added up from the regions below
   */
  record Figure(
      String indicator,
      LocalizedText title,
      @Schema(implementation = Measure.class) String measure,
      @Nullable Double value,
      @Nullable Double change,
      @Nullable Double changePercent,
      @Nullable Double per100k,
      boolean summed,
      @Nullable Instant asOf,
      List<DatasetRef> datasets) {}

  /** A measure of regions on a day. */
  record MapAnswer(
      RegionRef parent,
      String indicator,
      @Schema(implementation = Measure.class) String measure,
      @Nullable LocalDate date,
      @Nullable Instant asOf,
      List<MapItem> items,
      List<DatasetRef> datasets) {}

  /** A region's value on a map. */
  record MapItem(String code, @Nullable Double value, @Nullable Long population) {}

  /**
   * A measure of regions on many days.
   *
   * @param values one row a day, one value a region, in the order of {@code dates} and {@code
   *     codes}
   */
  record Frames(
      RegionRef parent,
      String indicator,
      @Schema(implementation = Measure.class) String measure,
      @Nullable Instant asOf,
      List<LocalDate> dates,
      List<String> codes,
      List<List<@Nullable Double>> values,
      List<DatasetRef> datasets) {}

  /** A measure over time. */
  record SeriesAnswer(
      String indicator,
      String kind,
      @Nullable Instant asOf,
      List<LocalDate> dates,
      List<RegionSeries> series,
      List<Annotation> annotations,
      List<DatasetRef> datasets) {}

  /** One region's line. */
  record RegionSeries(
      String region, LocalizedText name, boolean summed, List<@Nullable Double> values) {}

  /** All indicators of regions on a day. */
  record Table(
      RegionRef parent,
      @Nullable LocalDate date,
      @Nullable Instant asOf,
      List<String> indicators,
      List<TableRow> items,
      List<DatasetRef> datasets) {}

  /** One region; measures by indicator, then by measure. */
  record TableRow(
      String code,
      LocalizedText name,
      boolean hasChildren,
      @Nullable Long population,
      Map<String, Map<String, @Nullable Double>> values) {}
}
