package org.firebreak.intake.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
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
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final int SERIES_MAX = 200_000;

  private final RecordFields fields;
  private final RegionDirectory regions;
  private final RuleSpec spec;
  private final int region;
  private final int date;
  private final int value;
  private final int[] key;
  private final Map<String, Series> series = new HashMap<>();
  private final Map<Long, Sum> sums = new LinkedHashMap<>();
  private final ProblemCollector problems = new ProblemCollector();
  private final StringBuilder text = new StringBuilder(96);

  /** One region's numbers of one indicator and vintage. */
  private static final class Series {
    private final int id;
    private final String code;
    private final @Nullable Series parent;
    private double lastDifference = Double.NaN;

    Series(int id, String code, @Nullable Series parent) {
      this.id = id;
      this.code = code;
      this.parent = parent;
    }
  }

  /** A whole and its parts on one day. */
  private static final class Sum {
    private final Series series;
    private final LocalDate day;
    private double whole = Double.NaN;
    private long wholeRow;
    private double parts;
    private int count;

    Sum(Series series, LocalDate day) {
      this.series = series;
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
    text.setLength(0);
    for (int index : key) {
      Object part = values[index];
      text.append(part == null ? "" : part).append('\u001f');
    }
    Series own = series(code, text.length());
    Sum whole = sum(own, day);
    whole.whole = number.doubleValue();
    whole.wholeRow = row;
    if (own.parent != null) {
      Sum above = sum(own.parent, day);
      above.parts += number.doubleValue();
      above.count++;
    }
    if (sums.size() > SUMS_MAX) {
      judgeOldest(sink);
    } else if (series.size() > SERIES_MAX) {
      finish(sink);
      series.clear();
    }
  }

  /** The series of a region; {@code text} holds the rest of its key up to a length. */
  private Series series(String code, int rest) {
    text.setLength(rest);
    String name = text.append(code).toString();
    Series known = series.get(name);
    if (known == null) {
      String parent = parentOf(code);
      Series above = parent.isEmpty() ? null : series(parent, rest);
      known = new Series(series.size(), code, above);
      series.put(name, known);
    }
    return known;
  }

  private Sum sum(Series of, LocalDate day) {
    // Multiplying by an odd number keeps keys distinct and spreads them over the table: the hash of
    // a Long is the exclusive or of its halves, which collides for neighbouring days and series.
    long number = ((long) of.id << Integer.SIZE) + day.toEpochDay();
    return sums.computeIfAbsent(number * SPREAD, ignored -> new Sum(of, day));
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
    List<Sum> oldest = sums.values().stream().limit(SUMS_MAX / 2).toList();
    Iterator<Sum> all = sums.values().iterator();
    for (int i = 0; i < oldest.size(); i++) {
      all.next();
      all.remove();
    }
    oldest.forEach(sum -> judge(sum, sink));
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
      sum.series.lastDifference = Double.NaN;
      return;
    }
    double before = sum.series.lastDifference;
    sum.series.lastDifference = difference;
    if (before != difference) {
      problems.start(sum.wholeRow);
      sink.accept(
          problems
              .report("parts-do-not-add-up")
              .severity(spec.severity())
              .field("value", fields.field(value).label())
              .column(fields.column(value))
              .value(SeriesRules.plain(sum.whole))
              .word("found", sum.day.toString())
              .word("expected", sum.series.code)
              .word("other", String.valueOf(sum.count))
              .word("other_value", SeriesRules.plain(sum.parts))
              .build());
    }
  }
}
