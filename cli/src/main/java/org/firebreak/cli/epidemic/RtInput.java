package org.firebreak.cli.epidemic;

import org.firebreak.base.error.DataException;
import org.firebreak.cli.series.Series;
import org.firebreak.cli.series.SeriesFile;

/**
 * One series as the estimators of R take it.
 *
 * @param series as read
 * @param local cases infected here per step, NaN for a gap
 * @param imported cases infected elsewhere per step, 0 where none are given
 * @param daysPerStep 1, or 7 for weekly totals
 */
@SuppressWarnings("ArrayRecordComponent") // kernel arrays; callers do not change them
record RtInput(Series series, double[] local, double[] imported, int daysPerStep) {

  static final String IMPORTED = "imported";

  /** Takes a series apart; the value column counts all cases, the imported column some of them. */
  static RtInput of(SeriesFile file, Series series, int daysPerStep) {
    double[] all = series.values();
    double[] imported = new double[all.length];
    double[] local = all.clone();
    double[] given = series.findExtra(IMPORTED).orElse(imported);
    for (int i = 0; i < all.length; i++) {
      double elsewhere = Double.isNaN(given[i]) ? 0 : given[i];
      if (elsewhere < 0 || elsewhere > all[i]) {
        throw file.extraError(
            series, IMPORTED, i, "should be between 0 and the value, which counts all cases");
      }
      imported[i] = elsewhere;
      local[i] -= elsewhere;
    }
    return new RtInput(series, local, imported, daysPerStep);
  }

  int days() {
    return local.length * daysPerStep;
  }

  /** All cases per step, gaps as 0. */
  double[] totals() {
    double[] totals = new double[local.length];
    for (int i = 0; i < totals.length; i++) {
      totals[i] = Double.isNaN(local[i]) ? 0 : local[i] + imported[i];
    }
    return totals;
  }

  /** Local cases per step, gaps as 0. */
  double[] locals() {
    double[] locals = new double[local.length];
    for (int i = 0; i < locals.length; i++) {
      locals[i] = Double.isNaN(local[i]) ? 0 : local[i];
    }
    return locals;
  }

  /** What the 1-based day is called. */
  String label(int day) {
    if (daysPerStep == 1) {
      return series.axis().label(day - 1);
    }
    return series
        .axis()
        .findDay(0)
        .map(first -> first.plusDays(day - 1L).toString())
        .orElseGet(() -> Integer.toString(day));
  }

  DataException tooShort(SeriesFile file, int days) {
    return new DataException(
        "series-too-short",
        "%s, column date: %s has %d days, the method needs at least %d"
            .formatted(file.file(), series.group(), days(), days));
  }
}
