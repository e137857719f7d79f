package org.firebreak.cli.series;

/** The sentence that states the gaps of a series. */
final class Gaps {

  private static final int RANGES_NAMED = 5;

  private Gaps() {}

  static String describe(String file, Series series, boolean grouped) {
    StringBuilder ranges = new StringBuilder();
    double[] values = series.values();
    int found = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        continue;
      }
      int start = i;
      while (i + 1 < values.length && Double.isNaN(values[i + 1])) {
        i++;
      }
      found++;
      if (found <= RANGES_NAMED) {
        ranges.append(found == 1 ? "" : ", ").append(series.axis().label(start));
        if (i > start) {
          ranges.append("..").append(series.axis().label(i));
        }
      }
    }
    if (found > RANGES_NAMED) {
      ranges.append(" and ").append(found - RANGES_NAMED).append(" more");
    }
    return "%s%s: %d of %d %s without a value: %s"
        .formatted(
            file,
            grouped ? ", group " + series.group() : "",
            series.missing(),
            values.length,
            switch (series.axis().cadence()) {
              case DAY -> "days";
              case WEEK -> "weeks";
              case STEP -> "steps";
            },
            ranges);
  }
}
