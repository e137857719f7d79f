package org.firebreak.intake.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.intake.convert.CodeIndex;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a column of counts says: {@code province_confirmedCount}, {@code cum_deaths},
 * {@code 新增确诊}.
 *
 * @param indicator code of the indicator, null if the name says none
 * @param kind cumulative, new or current, null if the name says none
 * @param level level of the region the count is of (0 country to 3 district), -1 if not said
 */
record CountName(@Nullable String indicator, @Nullable String kind, int level) {

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("cum", "cumulative"),
          Map.entry("cumulative", "cumulative"),
          Map.entry("total", "cumulative"),
          Map.entry("accumulated", "cumulative"),
          Map.entry("new", "new"),
          Map.entry("daily", "new"),
          Map.entry("incident", "new"),
          Map.entry("incidence", "new"),
          Map.entry("today", "new"),
          Map.entry("now", "current"),
          Map.entry("current", "current"),
          Map.entry("currently", "current"),
          Map.entry("existing", "current"));
  private static final Map<String, Integer> LEVELS =
      Map.of(
          "country",
          0,
          "national",
          0,
          "nation",
          0,
          "province",
          1,
          "state",
          1,
          "city",
          2,
          "prefecture",
          2,
          "county",
          3,
          "district",
          3);
  private static final Set<String> NOISE =
      Set.of(
          "count", "counts", "number", "num", "no", "of", "n", "sum", "persons", "people", "the");
  private static final Map<String, String> CHINESE_KINDS =
      Map.of(
          "累计",
          "cumulative",
          "新增",
          "new",
          "当日",
          "new",
          "新发",
          "new",
          "现有",
          "current",
          "现存",
          "current",
          "在院",
          "current");
  private static final Set<String> CURRENT_BY_NATURE =
      Set.of(
          "active", "severe", "icu", "hospitalised", "contacts_observed", "beds", "convalescent");

  static CountName of(String name, CodeIndex indicators) {
    String whole = indicators.find(name);
    String chinese = name.strip();
    String kind = null;
    for (Map.Entry<String, String> entry : CHINESE_KINDS.entrySet()) {
      if (chinese.contains(entry.getKey())) {
        kind = entry.getValue();
        chinese = chinese.replace(entry.getKey(), "");
      }
    }
    List<String> rest = new ArrayList<>();
    int level = -1;
    for (String word : Names.words(chinese)) {
      if (LEVELS.containsKey(word)) {
        level = LEVELS.get(word);
      } else if (KINDS.containsKey(word)) {
        kind = KINDS.get(word);
      } else if (!NOISE.contains(word)) {
        rest.add(word);
      }
    }
    String bare = String.join(" ", rest);
    String indicator = indicators.find(bare);
    if (indicator == null) {
      indicator = whole;
    }
    if (indicator == null && rest.isEmpty() && kind != null && level < 0) {
      indicator = "new".equals(kind) ? "confirmed" : null;
    }
    boolean current = kind == null && indicator != null && CURRENT_BY_NATURE.contains(indicator);
    return new CountName(indicator, current ? "current" : kind, level);
  }
}
