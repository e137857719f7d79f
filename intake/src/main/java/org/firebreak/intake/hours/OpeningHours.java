package org.firebreak.intake.hours;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Opening hours from the free text of Chinese (and English) sources to the notation of
 * OpenStreetMap: {@code 24/7}, {@code Mo-Fr 08:00-12:00,14:00-17:30; Sa 08:00-12:00}, {@code
 * summer}/{@code winter} as the comment of a rule. What states only a number of hours ("8小时"), or
 * leaves words over that were not understood, is not parsed: half an answer would be wrong.
 *
 * <p>Thread-safe.
 *
 * @see <a href="https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification">OSM
 *     opening_hours specification</a>
 */
public final class OpeningHours {

  private static final int LENGTH_MAX = 200;
  private static final String DAYS = "一二三四五六日";
  private static final String[] DAY_WORDS = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
  private static final String CLOCK = "(\\d{1,2})(?::(\\d{2})|点半|点(?:(\\d{1,2})分?)?)?";
  private static final String HALF = "(上午|早上|早|下午|午后|晚上|晚|夜间|中午|am|pm)?";
  private static final Pattern SPAN =
      Pattern.compile(HALF + CLOCK + "-" + HALF + CLOCK + "(am|pm)?");
  private static final Pattern DAY_GROUP =
      Pattern.compile(
          "(?:每?(?:周|星期|礼拜)([一二三四五六日]))(?:(-)(?:周|星期|礼拜)?([一二三四五六日])"
              + "|((?:[,、和及]?(?:周|星期|礼拜)?[一二三四五六日])*))");
  private static final Pattern ENGLISH_DAYS =
      Pattern.compile(
          "(mo|tu|we|th|fr|sa|su)[a-z]*\\.?(?:(-|to)(mo|tu|we|th|fr|sa|su)[a-z]*\\.?)?");
  private static final Pattern ALWAYS =
      Pattern.compile(
          "(全天|24/7|24(小时|h|hours?)|(0|00):00-(24:00|23:59|0:00|00:00))(开放|开诊|接诊|服务|应诊|值班)?");
  private static final Pattern NOISE =
      Pattern.compile("开诊时间|门诊时间|接诊时间|营业时间|工作时间|服务时间|开放时间|就诊时间|发热门诊|openinghours|open|hours(?=:)");

  private OpeningHours() {}

  /** The hours in OSM notation, or empty if the text was not understood as a whole. */
  public static Optional<String> parse(String text) {
    if (text.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    String plain = normalise(text);
    if (ALWAYS.matcher(plain.replaceFirst("^(每天|每日|周一-周日|周一至周日|daily)", "")).matches()) {
      return Optional.of("24/7");
    }
    List<String> rules = new ArrayList<>();
    String season = "";
    for (String part : plain.split("[。]|(?=夏令|冬令|夏季|冬季)", -1)) {
      String rest = part;
      if (rest.startsWith("夏") || rest.startsWith("冬")) {
        season = rest.startsWith("夏") ? " \"summer\"" : " \"winter\"";
        rest = rest.substring(2);
      }
      rest = strippedOfMarks(rest);
      if (rest.isEmpty()) {
        continue;
      }
      if (rest.matches("(周六|节假日|双休日|周末)?[,、]?(周?[六日]|节假日)?照常")) {
        continue;
      }
      Optional<String> rule = rules(rest, season);
      if (rule.isEmpty()) {
        return Optional.empty();
      }
      rules.add(rule.get());
    }
    return rules.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", rules));
  }

  /** Full width to ASCII, one kind of dash, no blanks, no headings. */
  private static String normalise(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '\uFF00' && c < '\uFF5F') {
        c = (char) (c - 0xFEE0);
      }
      if ("—–－~～至到一".indexOf(c) >= 0 && !(c == '一' && isDayBefore(plain))) {
        c = '-';
      }
      if (!Character.isWhitespace(c) && c != '\u3000' && c != '\u00a0') {
        plain.append(c);
      } else if (plain.length() > 0 && Character.isDigit(plain.charAt(plain.length() - 1))) {
        plain.append(',');
      }
    }
    String lower =
        plain.toString().toLowerCase(Locale.ROOT).replace("开诊时问", "开诊时间").replace("天", "日");
    lower = lower.replace("每日", "每天").replace("全日", "全天").replaceAll("-+", "-");
    lower =
        lower
            .replaceAll("(\\d{1,2})时(?!间)(\\d{2})分?", "$1:$2")
            .replaceAll("(\\d{1,2})时(?!间)", "$1:00");
    lower = lower.replaceAll("(\\d{1,2})\\.(\\d{2})", "$1:$2").replaceAll("(?<=\\d)h(?=\\d)", ":");
    lower = NOISE.matcher(lower).replaceAll("");
    return strippedOfMarks(lower);
  }

  private static boolean isDayBefore(StringBuilder plain) {
    int length = plain.length();
    return length > 0 && "周期拜".indexOf(plain.charAt(length - 1)) >= 0;
  }

  private static String strippedOfMarks(String text) {
    return text.replaceAll("^[(){}\\[\\]:,;.、/]+|[(){}\\[\\]:,;.、/]+$", "");
  }

  /** Rules of one sentence: groups of days, each with spans of time. */
  private static Optional<String> rules(String sentence, String season) {
    List<String> rules = new ArrayList<>();
    String days = "";
    List<String> spans = new ArrayList<>();
    int at = 0;
    while (at < sentence.length()) {
      char c = sentence.charAt(at);
      if (",;、/:()和及".indexOf(c) >= 0) {
        at++;
        continue;
      }
      Matcher day = DAY_GROUP.matcher(sentence).region(at, sentence.length());
      Matcher english = ENGLISH_DAYS.matcher(sentence).region(at, sentence.length());
      Matcher span = SPAN.matcher(sentence).region(at, sentence.length());
      if (day.lookingAt() || english.lookingAt()) {
        if (!spans.isEmpty()) {
          rules.add(rule(days, spans, season));
          spans = new ArrayList<>();
          days = "";
        }
        boolean chinese = day.lookingAt();
        days += (days.isEmpty() ? "" : ",") + (chinese ? chineseDays(day) : englishDays(english));
        at = chinese ? day.end() : english.end();
      } else if (span.lookingAt()) {
        Optional<String> hours = span(span);
        if (hours.isEmpty()) {
          return Optional.empty();
        }
        spans.add(hours.get());
        at = span.end();
      } else if (sentence.startsWith("每天", at)) {
        at += 2;
      } else if (sentence.startsWith("24小时", at)) {
        spans.add("00:00-24:00");
        at += 4;
      } else {
        return Optional.empty();
      }
    }
    if (spans.isEmpty()) {
      return Optional.empty();
    }
    rules.add(rule(days, spans, season));
    return Optional.of(String.join("; ", rules));
  }

  private static String rule(String days, List<String> spans, String season) {
    String everyDay = days.equals("Mo-Su") ? "" : days;
    return (everyDay.isEmpty() ? "" : everyDay + " ") + String.join(",", spans) + season;
  }

  private static String chineseDays(Matcher day) {
    String first = DAY_WORDS[DAYS.indexOf(day.group(1))];
    if (day.group(2) != null) {
      return first + "-" + DAY_WORDS[DAYS.indexOf(day.group(3))];
    }
    StringBuilder days = new StringBuilder(first);
    String others = day.group(4);
    for (int i = 0; i < others.length(); i++) {
      int index = DAYS.indexOf(others.charAt(i));
      if (index >= 0) {
        days.append(',').append(DAY_WORDS[index]);
      }
    }
    return days.toString();
  }

  private static String englishDays(Matcher day) {
    String first = capital(day.group(1));
    return day.group(2) == null ? first : first + "-" + capital(day.group(3));
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static Optional<String> span(Matcher span) {
    String lastHalf = span.group(5) != null ? span.group(5) : span.group(9);
    int first =
        minutes(span.group(1), span.group(2), span.group(3), span.group(4), span.group(0), 0);
    int last =
        minutes(
            lastHalf,
            span.group(6),
            span.group(7),
            span.group(8),
            span.group(0),
            span.group(0).indexOf('-'));
    if (first < 0 || last < 0) {
      return Optional.empty();
    }
    if (last <= first && last <= 12 * 60 && lastHalf == null) {
      // "8:00-5:30" means the afternoon; a night service would say so.
      last += 12 * 60;
    }
    return last > first ? Optional.of(clock(first) + "-" + clock(last)) : Optional.empty();
  }

  private static int minutes(
      @Nullable String half,
      String hours,
      @Nullable String minutes,
      @Nullable String spoken,
      String whole,
      int from) {
    int hour = Integer.parseInt(hours);
    String tail = minutes != null ? minutes : spoken;
    int minute = tail == null ? 0 : Integer.parseInt(tail);
    if (tail == null && whole.indexOf(hours + "点半", from) >= 0) {
      minute = 30;
    }
    boolean afternoon =
        half != null
            && (half.startsWith("下")
                || half.startsWith("晚")
                || half.equals("pm")
                || half.equals("午后"));
    if (afternoon && hour < 12) {
      hour += 12;
    }
    return hour > 24 || minute > 59 || (hour == 24 && minute > 0) ? -1 : hour * 60 + minute;
  }

  private static String clock(int minutes) {
    return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
  }
}
