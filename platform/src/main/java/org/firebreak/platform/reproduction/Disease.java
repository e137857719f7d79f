package org.firebreak.platform.reproduction;

import org.firebreak.base.LocalizedText;

/**
 * What reproduction numbers of a disease are computed with.
 *
 * @param name stable key, for example {@code covid-19}
 * @param intervalMeanDays mean of the serial interval, above 1
 * @param intervalSdDays its standard deviation, above 0
 * @param delayMeanDays mean from infection to report, 0 if the dates are those of infection
 * @param delaySdDays its standard deviation, above 0
 * @param source where the figures are from
 */
record Disease(
    String name,
    LocalizedText title,
    double intervalMeanDays,
    double intervalSdDays,
    double delayMeanDays,
    double delaySdDays,
    String source) {

  private static final double LONGEST_DAYS = 60;

  Disease {
    check("intervalMeanDays", intervalMeanDays, intervalMeanDays > 1);
    check("intervalSdDays", intervalSdDays, intervalSdDays > 0);
    check("delayMeanDays", delayMeanDays, delayMeanDays >= 0);
    check("delaySdDays", delaySdDays, delaySdDays > 0);
    if (source.isBlank()) {
      throw new IllegalArgumentException("source must say where the parameters are from");
    }
  }

  private static void check(String field, double value, boolean fits) {
    if (!fits || !(value <= LONGEST_DAYS)) {
      throw new IllegalArgumentException(
          "%s must be above %s and at most %s days, was %s"
              .formatted(field, field.equals("intervalMeanDays") ? 1 : 0, LONGEST_DAYS, value));
    }
  }
}
