package org.firebreak.platform.situation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.base.LocalizedText;
import org.firebreak.platform.catalog.DatasetRef;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.situation.Answers.Figure;
import org.jspecify.annotations.Nullable;

/** Makes key figures and table rows of daily values. */
final class FigureMaker {

  private FigureMaker() {}

  /** The key figures of an indicator: total and new of a count, the state itself of a state. */
  static List<Figure> of(
      String indicator,
      LocalizedText title,
      Region region,
      SeriesBook book,
      DailyCounts counts,
      LocalDate day,
      List<DatasetRef> datasets) {
    List<Measure> measures =
        counts.kind() == Kind.CURRENT
            ? List.of(Measure.CURRENT)
            : List.of(Measure.CUMULATIVE, Measure.AVG7);
    double people = people(region);
    List<Figure> figures = new ArrayList<>();
    for (Measure measure : measures) {
      double[] values = measure.of(counts, people);
      Double now = Situation.at(values, book, day);
      Double before = Situation.at(values, book, day.minusDays(DailyValues.WEEK_DAYS));
      Double change = now == null || before == null ? null : Double.valueOf(now - before);
      figures.add(
          new Figure(
              indicator,
              title,
              measure.word(),
              now,
              change,
              change == null || before == null || before <= 0 ? null : change / before,
              now == null ? null : Situation.known(now / people * DailyValues.PER_PEOPLE),
              !book.hasOwn(region.code()),
              book.newest(),
              datasets));
    }
    return figures;
  }

  /** All measures of an indicator in a region on a day; empty if nothing is known there. */
  static Optional<Map<String, @Nullable Double>> row(
      Region region, SeriesBook book, @Nullable LocalDate day) {
    if (day == null) {
      return Optional.empty();
    }
    double people = people(region);
    return book.find(region.code())
        .map(counts -> {
          Map<String, @Nullable Double> row = new LinkedHashMap<>();
          for (Measure measure : Measure.values()) {
            if (measure != Measure.CURRENT || counts.kind() == Kind.CURRENT) {
              row.put(measure.word(), Situation.at(measure.of(counts, people), book, day));
            }
          }
          return row;
        });
  }

  private static double people(Region region) {
    Long population = region.population();
    return population == null ? Double.NaN : population;
  }
}
