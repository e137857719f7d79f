package org.firebreak.cli.genome;

import java.util.List;
import java.util.Locale;
import org.firebreak.genome.clock.Dating;
import org.firebreak.genome.clock.RootToTip;
import org.firebreak.genome.clock.SampleDate;

/** Rates and root dates as rows. */
final class ClockReport {

  static final List<String> COLUMNS =
      List.of(
          "method",
          "rate",
          "rate_low",
          "rate_high",
          "root_date",
          "root_low",
          "root_high",
          "root_day",
          "r_squared",
          "log_likelihood",
          "shape",
          "tips",
          "outliers");

  private ClockReport() {}

  static String[] regression(RootToTip.Fit fit, int outliers) {
    return new String[] {
      "regression",
      number("%.4e", fit.rate()),
      number("%.4e", fit.rateLow()),
      number("%.4e", fit.rateHigh()),
      number("%.3f", fit.rootDate()),
      number("%.3f", fit.rootLow()),
      number("%.3f", fit.rootHigh()),
      SampleDate.day(fit.rootDate()).toString(),
      number("%.3f", fit.rSquared()),
      "",
      "",
      Integer.toString(fit.tips()),
      Integer.toString(outliers)
    };
  }

  static String[] likelihood(String clock, Dating.Result result, int tips) {
    return new String[] {
      "maximum-likelihood-" + clock.toLowerCase(Locale.ROOT),
      number("%.4e", result.rate()),
      number("%.4e", result.rateLow()),
      number("%.4e", result.rateHigh()),
      number("%.3f", result.dates()[0]),
      number("%.3f", result.intervals()[0][0]),
      number("%.3f", result.intervals()[0][1]),
      SampleDate.day(result.dates()[0]).toString(),
      "",
      number("%.3f", result.logLikelihood()),
      Double.isInfinite(result.shape()) ? "" : number("%.1f", result.shape()),
      Integer.toString(tips),
      ""
    };
  }

  static String number(String format, double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
  }
}
