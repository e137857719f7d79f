package org.firebreak.intake.rule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.firebreak.intake.problem.ProblemCollector;
import org.firebreak.intake.problem.Severity;
import org.firebreak.intake.standard.RuleSpec;
import org.jspecify.annotations.Nullable;

/**
 * Rules over a series as its points pass: a cumulative number that falls, a sudden jump, a value
 * repeated from the day before. State: the last ten points of at most {@value #SERIES_MAX} series;
 * beyond that the series longest known are forgotten. Points may come in any order for falls; jumps
 * and repetitions are only seen where days come in order. Not thread-safe.
 */
public final class SeriesRules {

  private static final int SERIES_MAX = 100_000;
  private static final long SECONDS_PER_DAY = 86_400;
  private static final int STEPS_MIN = 3;

  private final RecordFields fields;
  private final int date;
  private final int kind;
  private final int value;
  private final int asOf;
  private final int[] key;
  private final @Nullable RuleSpec falls;
  private final @Nullable RuleSpec jump;
  private final @Nullable RuleSpec repeated;
  private final Map<String, SeriesHistory> histories =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SeriesHistory> eldest) {
          return size() > SERIES_MAX;
        }
      };

  public SeriesRules(RecordFields fields) {
    this.fields = fields;
    this.date = fields.find("date");
    this.kind = fields.find("kind");
    this.value = fields.find("value");
    this.asOf = fields.find("as_of");
    this.key =
        fields.standard().identity().stream()
            .filter(name -> !name.equals("date") && !name.equals("as_of"))
            .mapToInt(fields::find)
            .toArray();
    this.falls = rule("cumulative-falls").orElse(null);
    this.jump = rule("sudden-jump").orElse(null);
    this.repeated = rule("value-repeated").orElse(null);
  }

  private Optional<RuleSpec> rule(String code) {
    return fields.standard().rules().stream().filter(spec -> spec.code().equals(code)).findFirst();
  }

  /** Whether the standard asks for any of these rules and has the fields they need. */
  public boolean isActive() {
    return date >= 0
        && kind >= 0
        && value >= 0
        && (falls != null || jump != null || repeated != null);
  }

  /** Looks at one record that is about to be accepted. */
  public void check(@Nullable Object[] values, ProblemCollector problems) {
    if (!(values[date] instanceof LocalDate day) || !(values[value] instanceof Number number)) {
      return;
    }
    LocalDateTime known = asOf >= 0 && values[asOf] instanceof LocalDateTime moment ? moment : null;
    // Snapshots taken during the day itself are points of one series in time; a vintage taken later
    // is a series of its own.
    boolean snapshot = known != null && known.toLocalDate().equals(day);
    long time =
        snapshot && known != null
            ? known.toEpochSecond(ZoneOffset.UTC)
            : day.toEpochDay() * SECONDS_PER_DAY;
    SeriesHistory history =
        histories.computeIfAbsent(
            seriesKey(values, snapshot ? "~" : known == null ? "" : known.toString()),
            ignored -> new SeriesHistory());
    int at = history.put(time, number.doubleValue());
    String kindCode = String.valueOf(values[kind]);
    if (falls != null && kindCode.equals("cumulative")) {
      checkFall(history, at, values, falls.severity(), problems);
    }
    if (!snapshot && jump != null) {
      checkJump(history, at, kindCode, jump, values, problems);
    }
    if (!snapshot && repeated != null) {
      checkRepeated(history, at, kindCode, repeated, values, problems);
    }
  }

  private String seriesKey(@Nullable Object[] values, String vintage) {
    StringBuilder text = new StringBuilder(64);
    for (int index : key) {
      Object part = values[index];
      text.append(part == null ? "" : part).append('\u001f');
    }
    return text.append(vintage).toString();
  }

  private void checkFall(
      SeriesHistory history,
      int at,
      @Nullable Object[] values,
      @Nullable Severity severity,
      ProblemCollector problems) {
    for (int later : List.of(at, at + 1)) {
      if (later > 0 && later < history.size() && history.value(later) < history.value(later - 1)) {
        fields
            .report("cumulative-falls", value, values, problems)
            .severity(severity)
            .value(plain(history.value(later)))
            .word("found", time(history.time(later)))
            .word("other", time(history.time(later - 1)))
            .word("other_value", plain(history.value(later - 1)))
            .add();
      }
    }
  }

  private void checkJump(
      SeriesHistory history,
      int at,
      String kindCode,
      RuleSpec spec,
      @Nullable Object[] values,
      ProblemCollector problems) {
    double step = step(history, at, kindCode);
    if (!(step >= spec.parameter("min_step", 50))) {
      return;
    }
    double mean = meanStepBefore(history, at, kindCode, (int) spec.parameter("history", 7));
    if (step > spec.parameter("factor", 5) * Math.max(mean, 0)) {
      fields
          .report("sudden-jump", value, values, problems)
          .severity(spec.severity())
          .value(plain(step))
          .word("found", time(history.time(at)))
          .word("expected", oneDecimal(mean))
          .add();
    }
  }

  private void checkRepeated(
      SeriesHistory history,
      int at,
      String kindCode,
      RuleSpec spec,
      @Nullable Object[] values,
      ProblemCollector problems) {
    boolean same =
        at > 0
            && isNextDay(history, at)
            && history.value(at) == history.value(at - 1)
            && (kindCode.equals("cumulative") || kindCode.equals("new"));
    if (!same) {
      return;
    }
    double mean = meanStepBefore(history, at, "cumulative", (int) spec.parameter("history", 7));
    double level = kindCode.equals("new") ? history.value(at) / 10 : mean;
    if (level >= spec.parameter("min_mean_step", 10)) {
      fields
          .report("value-repeated", value, values, problems)
          .severity(spec.severity())
          .value(plain(history.value(at)))
          .word("found", time(history.time(at)))
          .word("expected", oneDecimal(mean))
          .add();
    }
  }

  private static boolean isNextDay(SeriesHistory history, int at) {
    return history.time(at) - history.time(at - 1) == SECONDS_PER_DAY;
  }

  /** What came new on the day of a point; NaN if the day before is not known. */
  private static double step(SeriesHistory history, int at, String kindCode) {
    if (kindCode.equals("new")) {
      return history.value(at);
    }
    boolean known = kindCode.equals("cumulative") && at > 0 && isNextDay(history, at);
    return known ? history.value(at) - history.value(at - 1) : Double.NaN;
  }

  /** Mean of the steps of the days just before a point; NaN if fewer than three are known. */
  private static double meanStepBefore(SeriesHistory history, int at, String kindCode, int days) {
    double sum = 0;
    int count = 0;
    for (int i = at - 1; i >= Math.max(0, at - days); i--) {
      double step = step(history, i, kindCode);
      if (!Double.isNaN(step)) {
        sum += step;
        count++;
      }
    }
    return count < STEPS_MIN ? Double.NaN : sum / count;
  }

  private static String time(long seconds) {
    LocalDateTime moment = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
    return seconds % SECONDS_PER_DAY == 0 ? moment.toLocalDate().toString() : moment.toString();
  }

  static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.valueOf((long) number)
        : String.valueOf(number);
  }

  private static String oneDecimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
