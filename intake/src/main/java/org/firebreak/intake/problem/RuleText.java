package org.firebreak.intake.problem;

import java.util.Map;
import org.firebreak.base.LocalizedText;

/**
 * A rule as people see it.
 *
 * @param code stable code, lower-case words joined by hyphens
 * @param severity severity unless a standard says otherwise
 * @param dimension the dimension of quality that breaking it counts to
 * @param message sentence with words in braces to fill in
 * @param advice what to do, may hold words in braces too
 */
public record RuleText(
    String code,
    Severity severity,
    Dimension dimension,
    LocalizedText message,
    LocalizedText advice) {

  /** The sentences of this rule with the braces filled in; {@code words} maps name to text. */
  public LocalizedText fillMessage(Map<String, LocalizedText> words) {
    return fill(message, words);
  }

  /** The advice of this rule with the braces filled in. */
  public LocalizedText fillAdvice(Map<String, LocalizedText> words) {
    return fill(advice, words);
  }

  private static LocalizedText fill(LocalizedText template, Map<String, LocalizedText> words) {
    if (template.en().indexOf('{') < 0 && template.zh().indexOf('{') < 0) {
      return template;
    }
    return new LocalizedText(fill(template.en(), words, true), fill(template.zh(), words, false));
  }

  private static String fill(String template, Map<String, LocalizedText> words, boolean english) {
    StringBuilder text = new StringBuilder(template.length() + 40);
    int from = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
      int close = template.indexOf('}', open);
      String name = template.substring(open + 1, close);
      LocalizedText word = words.get(name);
      text.append(template, from, open);
      text.append(word == null ? "?" : english ? word.en() : word.zh());
      from = close + 1;
    }
    return text.append(template, from, template.length()).toString();
  }
}
