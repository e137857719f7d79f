package org.firebreak.cli.forecast;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.firebreak.cli.series.Series;
import org.firebreak.cli.series.SeriesFile;
import org.firebreak.cli.series.TimeAxis;
import org.firebreak.epidemic.forecast.Interpolation;
import org.firebreak.epidemic.forecast.Measure;
import org.firebreak.epidemic.forecast.Panel;

/**
 * The series of a file as a panel without gaps, and what a reader should know about it: which
 * groups have no value, end early, count below zero or fall.
 */
final class PanelFile {

  private static final double KNOWN_SHARE_MIN = 0.1;
  private static final int KNOWN_MIN = 4;

  private final Panel panel;
  private final List<TimeAxis> axes;

  private PanelFile(Panel panel, List<TimeAxis> axes) {
    this.panel = panel;
    this.axes = List.copyOf(axes);
  }

  static PanelFile of(SeriesFile file, PanelOptions options, PrintWriter err) {
    List<Panel.Line> lines = new ArrayList<>();
    List<TimeAxis> axes = new ArrayList<>();
    for (Series series : file.series()) {
      requireDense(file, series);
      Optional<Interpolation.Filled> filled = fill(series, options.gaps());
      if (filled.isEmpty()) {
        err.printf("firebreak: group %s has no value and is left out%n", series.group());
        continue;
      }
      lines.add(
          new Panel.Line(
              series.group(), place(series.axis(), filled.get().first()), filled.get().values()));
      axes.add(series.axis());
    }
    if (lines.isEmpty()) {
      throw new DataException("no-values", file.file() + ": no row has a value");
    }
    Panel panel = new Panel(lines, options.season(file.cadence()), options.measure());
    PanelFile result = new PanelFile(panel, axes);
    result.remark(err);
    err.flush();
    return result;
  }

  private static Optional<Interpolation.Filled> fill(Series series, PanelOptions.GapRule rule) {
    return switch (rule) {
      case INTERPOLATE -> Interpolation.fill(series.values());
      case ZERO -> Optional.of(new Interpolation.Filled(0, series.valuesWithGapsAsZero()));
    };
  }

  private static void requireDense(SeriesFile file, Series series) {
    int length = series.values().length;
    int known = length - series.missing();
    if (known >= KNOWN_MIN && known < KNOWN_SHARE_MIN * length) {
      throw new DataException(
          "series-too-sparse",
          "%s: group %s has a value at %d of %d steps; if its steps are months or longer, number them 1, 2, 3 instead of dating them"
              .formatted(file.file(), series.group(), known, length));
    }
  }

  private static long place(TimeAxis axis, int index) {
    return Math.floorDiv(axis.at(index), (long) axis.cadence().unitsPerStep());
  }

  private void remark(PrintWriter err) {
    long newest = panel.series().stream().mapToLong(Panel.Line::end).max().orElse(0);
    for (int i = 0; i < panel.series().size(); i++) {
      Panel.Line line = panel.series().get(i);
      if (line.end() < newest) {
        err.printf(
            "firebreak: group %s ends at %s, others later: its forecast begins there%n",
            line.group(), label(i, line.end() - 1));
      }
      long below = Arrays.stream(line.values()).filter(v -> v < 0).count();
      if (below > 0) {
        err.printf(
            "firebreak: group %s is below zero %s, taken as corrections%n",
            line.group(), times(below));
      }
      long falls = falls(line.values());
      if (panel.measure() == Measure.CUMULATIVE && falls > 0) {
        err.printf(
            "firebreak: group %s falls %s, taken as corrections%n", line.group(), times(falls));
      }
    }
  }

  private static String times(long count) {
    return count == 1 ? "once" : count + " times";
  }

  private static long falls(double[] values) {
    long falls = 0;
    for (int t = 1; t < values.length; t++) {
      falls += values[t] < values[t - 1] ? 1 : 0;
    }
    return falls;
  }

  Panel panel() {
    return panel;
  }

  /** The axis of a series of the panel. */
  TimeAxis axis(int series) {
    return axes.get(series);
  }

  /** A place of the common axis as the file writes its dates. */
  String label(int series, long place) {
    TimeAxis axis = axes.get(series);
    return axis.label((int) (place - place(axis, 0)));
  }

  /**
   * The calendar day of a place: of a week, its first day.
   *
   * @throws UserException if the file has no calendar
   */
  LocalDate day(int series, long place) {
    TimeAxis axis = axes.get(series);
    return axis.findDay((int) (place - place(axis, 0)))
        .orElseThrow(() ->
            new UserException("no-calendar", "a hub file needs dates; this series counts steps"));
  }

  /** The index of a group in the panel, -1 if it is not there. */
  int series(String group) {
    return panel.series().stream().map(Panel.Line::group).toList().indexOf(group);
  }

  /** The place of the common axis that a date names, if it is one. */
  Optional<Long> findPlace(String date) {
    TimeAxis axis = axes.getFirst();
    var index = axis.findIndex(date);
    return index.isPresent() ? Optional.of(place(axis, 0) + index.getAsLong()) : Optional.empty();
  }
}
