package org.firebreak.cli.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.base.error.UserException;
import org.firebreak.cli.series.Cadence;

/**
 * The cuts of a backtest as {@code FROM:TO:STEP}: the last known dates, and how many steps of the
 * series lie between two ({@code 7}), or days or weeks ({@code 7d}, {@code 1w}).
 */
final class CutRange {

  private static final Pattern FORM = Pattern.compile("([^:]+):([^:]+)(?::(\\d{1,5})([dw]?))?");
  private static final int CUTS_MAX = 100_000;

  private CutRange() {}

  static List<Long> places(String text, PanelFile source) {
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      throw wrong(text, "is not FROM:TO:STEP, for example 2020-05-05:2020-08-20:7");
    }
    long from = place(text, parts.group(1), source);
    long to = place(text, parts.group(2), source);
    long step = step(text, parts, source.axis(0).cadence());
    if (from > to) {
      throw wrong(text, "begins after its end");
    }
    if (step < 1 || (to - from) / step >= CUTS_MAX) {
      throw wrong(text, "needs a step of at least 1 and at most " + CUTS_MAX + " cuts");
    }
    List<Long> places = new ArrayList<>();
    for (long cut = from; cut <= to; cut += step) {
      places.add(cut);
    }
    return places;
  }

  private static long place(String text, String date, PanelFile source) {
    return source
        .findPlace(date.strip())
        .orElseThrow(() -> wrong(text, "has '" + date + "', which is no date of the file's kind"));
  }

  private static long step(String text, Matcher parts, Cadence cadence) {
    if (parts.group(3) == null) {
      return cadence == Cadence.DAY ? Cadence.WEEK.unitsPerStep() : 1;
    }
    long number = Long.parseLong(parts.group(3));
    String unit = parts.group(4);
    if (unit.isEmpty()) {
      return number;
    }
    long days = "w".equals(unit) ? number * Cadence.WEEK.unitsPerStep() : number;
    if (cadence == Cadence.STEP || days % cadence.unitsPerStep() != 0) {
      throw wrong(text, "has a step that is not whole steps of the series");
    }
    return days / cadence.unitsPerStep();
  }

  private static UserException wrong(String text, String rule) {
    return new UserException("cuts-invalid", "--cuts '" + text + "' " + rule);
  }
}
