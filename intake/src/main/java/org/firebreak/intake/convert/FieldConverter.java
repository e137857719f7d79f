package org.firebreak.intake.convert;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.firebreak.base.LocalizedText;
import org.firebreak.intake.hours.OpeningHours;
import org.firebreak.intake.problem.ProblemCollector;
import org.firebreak.intake.standard.CodeValue;
import org.firebreak.intake.standard.FieldSpec;
import org.firebreak.intake.standard.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * Turns the texts of one column into values of one field, reporting what does not fit. Remembers
 * the latest results, for columns repeat themselves. Not thread-safe.
 */
public final class FieldConverter {

  private static final int TEXT_CHARACTERS_MAX = 20_000;
  private static final int REMEMBERED = 1 << 10;
  private static final int CODES_SHOWN = 12;

  private final FieldSpec field;
  private final DateFormat dateFormat;
  private final String unit;
  private final boolean dispensable;
  private final @Nullable CodeIndex codes;
  private final Map<String, String> ownCodes = new HashMap<>();
  private final @Nullable Pattern pattern;
  private final @Nullable String[] rememberedTexts = new String[REMEMBERED];
  private final @Nullable Object[] rememberedValues = new Object[REMEMBERED];

  /**
   * A converter of one column to one field.
   *
   * @param dateFormat how the column writes dates; null for year-month-day
   * @param unit unit of a bare number where it is not the field's; null if it is
   * @param ownCodes the source's own values to codes of the list
   * @param dispensable whether the record means the same without the field: then a value that is in
   *     no code list leaves it empty with a warning, and is no reason to refuse the record
   */
  public FieldConverter(
      FieldSpec field,
      @Nullable DateFormat dateFormat,
      @Nullable String unit,
      Map<String, String> ownCodes,
      boolean dispensable) {
    this.field = field;
    this.dispensable = dispensable;
    this.dateFormat = dateFormat == null ? DateFormat.YMD : dateFormat;
    this.unit = unit == null ? "year" : unit;
    this.codes = field.type() == FieldType.CODE ? new CodeIndex(field) : null;
    this.pattern = field.pattern() == null ? null : Pattern.compile(field.pattern());
    ownCodes.forEach((text, code) -> this.ownCodes.put(text.strip(), code));
  }

  public FieldSpec field() {
    return field;
  }

  /**
   * The value of a text; null if it stands for none or was reported.
   *
   * @param text without white space around it
   * @param column name of the column, for the report
   */
  public @Nullable Object convert(String text, @Nullable String column, ProblemCollector problems) {
    return convert(text, column, problems, unit);
  }

  /**
   * As {@link #convert(String, String, ProblemCollector)}, with a unit that the row itself gives.
   */
  public @Nullable Object convert(
      String text, @Nullable String column, ProblemCollector problems, String rowUnit) {
    if (text.isEmpty()) {
      return null;
    }
    boolean remembers = field.type() == FieldType.DATE || field.type() == FieldType.CODE;
    int slot = text.hashCode() & (REMEMBERED - 1);
    if (remembers && text.equals(rememberedTexts[slot])) {
      return rememberedValues[slot];
    }
    Object value = convertNew(text, column, problems, rowUnit);
    if (remembers && value != null) {
      rememberedTexts[slot] = text;
      rememberedValues[slot] = value;
    }
    return value;
  }

  private @Nullable Object convertNew(
      String text, @Nullable String column, ProblemCollector problems, String rowUnit) {
    if (Missing.isMissing(text) && !ownCodes.containsKey(text)) {
      return null;
    }
    return switch (field.type()) {
      case TEXT, REGION, NATIONAL_ID -> text(text, column, problems);
      case INTEGER -> integer(text, column, problems);
      case DECIMAL -> decimal(text, column, problems);
      case BOOLEAN -> orReport(truth(text), "not-yes-or-no", text, column, problems);
      case DATE -> date(text, column, problems);
      case DATE_TIME -> moment(text, column, problems);
      case CODE -> code(text, column, problems);
      case AGE -> age(text, column, problems, rowUnit);
      case AGE_RANGE ->
          isUnknown(text)
              ? null
              : orReport(Ages.parseGroup(text), "not-an-age-group", text, column, problems);
      case LONGITUDE -> degrees(text, 180, column, problems);
      case LATITUDE -> degrees(text, 90, column, problems);
      case PHONE -> phone(text, column, problems);
      case OPENING_HOURS -> hours(text, column, problems);
      case TEXT_LIST -> list(text);
    };
  }

  private ProblemCollector.Report report(
      String rule, String text, @Nullable String column, ProblemCollector problems) {
    return problems.report(rule).field(field.name(), field.label()).column(column).value(text);
  }

  private @Nullable Object orReport(
      @Nullable Object value,
      String rule,
      String text,
      @Nullable String column,
      ProblemCollector problems) {
    if (value == null) {
      report(rule, text, column, problems).add();
    }
    return value;
  }

  private @Nullable Object text(String text, @Nullable String column, ProblemCollector problems) {
    if (text.length() > TEXT_CHARACTERS_MAX) {
      report("text-too-long", text, column, problems)
          .word("found", String.valueOf(text.length()))
          .word("expected", String.valueOf(TEXT_CHARACTERS_MAX))
          .add();
      return null;
    }
    if (text.indexOf('\uFFFD') >= 0 || text.indexOf('\0') >= 0) {
      report("text-damaged", text.replace('\0', '\uFFFD'), column, problems).add();
      return null;
    }
    if (pattern != null && !pattern.matcher(text).matches()) {
      report("pattern", text, column, problems).word("expected", field.example()).add();
      return null;
    }
    return text;
  }

  private @Nullable Object integer(
      String text, @Nullable String column, ProblemCollector problems) {
    Double number = number(text, column, problems);
    if (number == null) {
      return null;
    }
    if (number != Math.rint(number) || Math.abs(number) > 1e15) {
      report("not-a-whole-number", text, column, problems).add();
      return null;
    }
    return number.longValue();
  }

  private @Nullable Object decimal(
      String text, @Nullable String column, ProblemCollector problems) {
    return number(text, column, problems);
  }

  private @Nullable Double number(String text, @Nullable String column, ProblemCollector problems) {
    Double number = Numbers.parse(text);
    if (number == null) {
      report("not-a-number", text, column, problems).add();
      return null;
    }
    return inRange(number, text, column, problems) ? number : null;
  }

  private boolean inRange(
      double number, String text, @Nullable String column, ProblemCollector problems) {
    Double min = field.min();
    Double max = field.max();
    if ((min == null || number >= min) && (max == null || number <= max)) {
      return true;
    }
    report("out-of-range", text, column, problems)
        .word("expected", bound(min, "-∞") + "…" + bound(max, "∞"))
        .add();
    return false;
  }

  private static String bound(@Nullable Double limit, String none) {
    return limit == null ? none : String.format(Locale.ROOT, "%.0f", limit);
  }

  private static @Nullable Boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "y", "true", "t", "1", "1.0", "是", "有", "对", "√", "已", "oui", "si", "ja" -> true;
      case "no", "n", "false", "f", "0", "0.0", "否", "无", "未", "×", "没有", "non", "nein" -> false;
      default -> null;
    };
  }

  private @Nullable LocalDateTime parsedMoment(String text) {
    LocalDateTime moment = dateFormat.parse(text);
    // A year of four digits in front leaves no doubt, whatever the rest of the column does.
    return moment == null && dateFormat != DateFormat.YMD ? DateFormat.YMD.parse(text) : moment;
  }

  private @Nullable Object date(String text, @Nullable String column, ProblemCollector problems) {
    LocalDateTime moment = parsedMoment(text);
    if (moment == null) {
      reportDate(text, column, problems);
      return null;
    }
    return moment.toLocalDate();
  }

  private @Nullable Object moment(String text, @Nullable String column, ProblemCollector problems) {
    LocalDateTime moment = parsedMoment(text);
    if (moment == null) {
      reportDate(text, column, problems);
    }
    return moment;
  }

  private void reportDate(String text, @Nullable String column, ProblemCollector problems) {
    report("not-a-date", text, column, problems)
        .word("expected", new LocalizedText(dateFormat.nameEn(), dateFormat.nameZh()))
        .add();
  }

  private @Nullable Object code(String text, @Nullable String column, ProblemCollector problems) {
    String own = ownCodes.get(text);
    String code = own != null ? own : codes == null ? null : codes.find(text);
    if (code == null) {
      report(dispensable ? "code-left-out" : "code-unknown", text, column, problems)
          .word("expected", new LocalizedText(shownCodes(true), shownCodes(false)))
          .add();
    }
    return code;
  }

  private String shownCodes(boolean english) {
    List<CodeValue> values = field.codes();
    String shown =
        values.stream()
            .limit(CODES_SHOWN)
            .map(value -> english ? value.code() : value.label().zh())
            .collect(Collectors.joining(", "));
    return values.size() > CODES_SHOWN ? shown + ", …" : shown;
  }

  private @Nullable Object age(
      String text, @Nullable String column, ProblemCollector problems, String rowUnit) {
    if (isUnknown(text)) {
      return null;
    }
    Double years = Ages.parse(text, rowUnit);
    if (years == null) {
      report("not-an-age", text, column, problems).add();
      return null;
    }
    return inRange(years, text, column, problems) ? years : null;
  }

  private static boolean isUnknown(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "unknown", "missing", "unk", "不详", "未知", "all", "total", "合计", "全部" -> true;
      default -> false;
    };
  }

  private @Nullable Object degrees(
      String text, double limit, @Nullable String column, ProblemCollector problems) {
    Double degrees =
        Numbers.parse(text.endsWith("°") ? text.substring(0, text.length() - 1) : text);
    if (degrees == null || Math.abs(degrees) > limit) {
      report("not-a-coordinate", text, column, problems).add();
      return null;
    }
    return degrees;
  }

  /** A phone number that cannot be read is kept as it is: somebody may still make sense of it. */
  private @Nullable Object phone(String text, @Nullable String column, ProblemCollector problems) {
    String phone = Phones.parse(text);
    if (phone == null) {
      report("phone-form", text, column, problems).add();
      return text(text, column, problems);
    }
    return phone;
  }

  private @Nullable Object hours(String text, @Nullable String column, ProblemCollector problems) {
    String hours = OpeningHours.parse(text).orElse(null);
    if (hours == null) {
      report("hours-unread", text, column, problems).add();
      return text(text, column, problems);
    }
    return hours;
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split("[;；|、]", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
