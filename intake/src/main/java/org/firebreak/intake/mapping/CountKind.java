package org.firebreak.intake.mapping;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.intake.convert.DateFormat;
import org.firebreak.intake.convert.Numbers;
import org.firebreak.intake.source.SourceRow;

/** Tells from the numbers of a column whether they are cumulative. */
final class CountKind {

  /** Share of steps that may fall in a cumulative series: of daily numbers about half do. */
  private static final double FALLS_MAX = 0.15;

  private static final int STEPS_MIN = 3;

  /** What the numbers look like. */
  enum Look {
    CUMULATIVE,
    UP_AND_DOWN,
    UNCLEAR
  }

  private final Map<List<String>, List<Point>> series = new HashMap<>();

  private record Point(LocalDateTime time, SourceRow row) {}

  private CountKind() {}

  /** Sorts the sample into series: {@code keyColumns} tell them apart. */
  static CountKind of(Sample sample, List<Integer> keyColumns, int dateColumn, DateFormat format) {
    CountKind kind = new CountKind();
    for (SourceRow row : sample.rows()) {
      LocalDateTime time = format.parse(row.cell(dateColumn).strip());
      if (time != null) {
        List<String> key = new ArrayList<>();
        keyColumns.forEach(column -> key.add(row.cell(column)));
        kind.series.computeIfAbsent(key, ignored -> new ArrayList<>()).add(new Point(time, row));
      }
    }
    kind.series.values().forEach(points -> points.sort(Comparator.comparing(Point::time)));
    return kind;
  }

  /** How one column of counts moves along its series. */
  Look look(int column) {
    int rises = 0;
    int falls = 0;
    for (List<Point> points : series.values()) {
      double before = Double.NaN;
      for (Point point : points) {
        Double value = Numbers.parse(point.row().cell(column).strip());
        if (value != null) {
          rises += value > before ? 1 : 0;
          falls += value < before ? 1 : 0;
          before = value;
        }
      }
    }
    if (rises + falls < STEPS_MIN) {
      return Look.UNCLEAR;
    }
    return falls <= FALLS_MAX * (rises + falls) + 0.5 ? Look.CUMULATIVE : Look.UP_AND_DOWN;
  }
}
