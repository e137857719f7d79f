package org.firebreak.intake.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.firebreak.intake.problem.Problem;
import org.firebreak.intake.problem.ProblemCollector;
import org.firebreak.intake.region.ChinaCodes;
import org.firebreak.intake.region.Region;
import org.firebreak.intake.region.RegionDirectory;
import org.firebreak.intake.standard.RuleSpec;
import org.jspecify.annotations.Nullable;

/**
 * Whether the regions below a region add up to it, day by day. Known only when all have passed, so
 * it reports at the end. A difference that stays the same from one day to the next is reported
 * once, for it is one mistake. Parts that make up less than the share {@code coverage} of the whole
 * are taken as a list that does not mean to be complete.
 *
 * <p>State: at most {@value #SUMS_MAX} sums; beyond that the oldest are judged early. Not
 * thread-safe.
 */
public final class PartsRule {

  private static final int SUMS_MAX = 200_000;

  private final RecordFields fields;
  private final RegionDirectory regions;
  private final RuleSpec spec;
  private final int region;
  private final int date;
  private final int value;
  private final int[] key;
  private final Map<String, Sum> sums = new LinkedHashMap<>();
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, Double> lastDifference = new HashMap<>();
  private final ProblemCollector problems = new ProblemCollector();

  /** A whole and its parts on one day. */
  private static final class Sum {
    private final String series;
    private final String parent;
    private final LocalDate day;
    private double whole = Double.NaN;
    private long wholeRow;
    private double parts;
    private int count;

    Sum(String series, String parent, LocalDate day) {
      this.series = series;
      this.parent = parent;
      this.day = day;
    }
  }

  public PartsRule(RecordFields fields, RegionDirectory regions, RuleSpec spec) {
    this.fields = fields;
    this.regions = regions;
    this.spec = spec;
    this.region = fields.find("region");
    this.date = fields.find("date");
    this.value = fields.find("value");
    this.key =
        fields.standard().identity().stream()
            .filter(name -> !name.equals("date") && !name.equals("region"))
            .mapToInt(fields::find)
            .toArray();
  }

  /** Takes one accepted record. */
  public void add(long row, @Nullable Object[] values, Consumer<Problem> sink) {
    String code = RecordFields.text(values, region);
    if (code == null
        || !(values[date] instanceof LocalDate day)
        || !(values[value] instanceof Number number)) {
      return;
    }
    StringBuilder rest = new StringBuilder(48);
    for (int index : key) {
      Object part = values[index];
      rest.append(part == null ? "" : part).append('\u001f');
    }
    String series = rest.toString();
    Sum own = sum(code, series, day);
    own.whole = number.doubleValue();
    own.wholeRow = row;
    String parent = parents.computeIfAbsent(code, this::parentOf);
    if (!parent.isEmpty()) {
      Sum above = sum(parent, series, day);
      above.parts += number.doubleValue();
      above.count++;
    }
    if (sums.size() > SUMS_MAX) {
      judgeOldest(sink);
    }
  }

  private Sum sum(String code, String series, LocalDate day) {
    return sums.computeIfAbsent(
        code + '\u001f' + day.toEpochDay() + '\u001f' + series,
        ignored -> new Sum(series + code, code, day));
  }

  private String parentOf(String code) {
    int slash = code.lastIndexOf('/');
    if (slash > 0) {
      return code.substring(0, slash).equals("?") ? "" : code.substring(0, slash);
    }
    Region known = regions.findByCode(code).orElse(null);
    if (known != null) {
      return known.parent() == null ? "" : known.parent();
    }
    if (!ChinaCodes.isChinese(code)) {
      return "";
    }
    // A county whose prefecture nobody lists counts to the province.
    String above = ChinaCodes.parent(code);
    boolean direct = ChinaCodes.level(code) == 3 && regions.findByCode(above).isEmpty();
    return direct ? ChinaCodes.parent(above) : above;
  }

  private void judgeOldest(Consumer<Problem> sink) {
    List<String> oldest = sums.keySet().stream().limit(SUMS_MAX / 2).toList();
    for (String name : oldest) {
      Sum sum = sums.remove(name);
      if (sum != null) {
        judge(sum, sink);
      }
    }
  }

  /** Judges all days that were not judged yet, in order of time. */
  public void finish(Consumer<Problem> sink) {
    List<Sum> rest = new ArrayList<>(sums.values());
    rest.sort((one, two) -> one.day.compareTo(two.day));
    rest.forEach(sum -> judge(sum, sink));
    sums.clear();
  }

  private void judge(Sum sum, Consumer<Problem> sink) {
    if (sum.count < 2 || Double.isNaN(sum.whole)) {
      return;
    }
    double difference = sum.parts - sum.whole;
    double tolerance = spec.parameter("tolerance_share", 0) * Math.abs(sum.whole);
    boolean meant = sum.parts >= spec.parameter("coverage", 0.5) * sum.whole;
    if (Math.abs(difference) <= tolerance + 1e-9 || !meant) {
      lastDifference.remove(sum.series);
      return;
    }
    Double before = lastDifference.put(sum.series, difference);
    if (before == null || before != difference) {
      problems.start(sum.wholeRow);
      sink.accept(
          problems
              .report("parts-do-not-add-up")
              .severity(spec.severity())
              .field("value", fields.field(value).label())
              .column(fields.column(value))
              .value(SeriesRules.plain(sum.whole))
              .word("found", sum.day.toString())
              .word("expected", sum.parent)
              .word("other", String.valueOf(sum.count))
              .word("other_value", SeriesRules.plain(sum.parts))
              .build());
    }
  }
}
