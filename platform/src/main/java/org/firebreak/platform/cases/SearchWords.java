package org.firebreak.platform.cases;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words by which cases are found. A text is cut into runs of letters and digits; a run of Chinese
 * characters is kept from each of its characters on, so that the beginning of a word finds what
 * lies anywhere within it. Case does not matter.
 */
final class SearchWords {

  private static final Pattern RUN =
      Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}]]+");
  private static final int TEXT_CHARACTERS_MAX = 400;
  private static final int WORD_CHARACTERS_MAX = 40;
  private static final int WORDS_MAX = 200;
  private static final int ASKED_MAX = 8;

  private final Set<String> words = new LinkedHashSet<>();

  /** Adds the words of a text, as far as they fit. */
  SearchWords add(@Nullable String text) {
    for (String run : runs(text == null ? "" : text)) {
      int starts = isHan(run) ? run.length() : 1;
      for (int start = 0; start < starts && words.size() < WORDS_MAX; start++) {
        words.add(run.substring(start));
      }
    }
    return this;
  }

  /** The words as PostgreSQL reads a {@code tsvector}. */
  String vector() {
    return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
  }

  /** Finds texts in which every run of {@code asked} begins a word; null if there is no run. */
  static @Nullable String query(String asked) {
    String query =
        runs(asked).stream()
            .limit(ASKED_MAX)
            .map(run -> "'" + run + "':*")
            .collect(Collectors.joining(" & "));
    return query.isEmpty() ? null : query;
  }

  private static boolean isHan(String run) {
    return Character.UnicodeScript.of(run.codePointAt(0)) == Character.UnicodeScript.HAN;
  }

  private static List<String> runs(String text) {
    String part =
        text.length() > TEXT_CHARACTERS_MAX ? text.substring(0, TEXT_CHARACTERS_MAX) : text;
    List<String> runs = new ArrayList<>();
    Matcher matcher = RUN.matcher(part.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      String run = matcher.group();
      runs.add(run.length() > WORD_CHARACTERS_MAX ? run.substring(0, WORD_CHARACTERS_MAX) : run);
    }
    return runs;
  }
}
