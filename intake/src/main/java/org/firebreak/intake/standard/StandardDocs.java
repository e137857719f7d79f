package org.firebreak.intake.standard;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firebreak.base.LocalizedText;
import org.firebreak.intake.problem.RuleCatalogue;
import org.firebreak.intake.problem.RuleText;
import org.firebreak.intake.problem.Severity;

/** Writes what people need to fill in a standard: a page of documentation, a CSV template. */
public final class StandardDocs {

  private StandardDocs() {}

  /**
   * The standard as a Markdown page.
   *
   * @param locale Chinese or English
   */
  public static String markdown(Standard standard, Locale locale) {
    boolean english = !"zh".equals(locale.getLanguage());
    StringBuilder page = new StringBuilder();
    page.append("# ").append(standard.title().in(locale)).append("\n\n");
    page.append(standard.description().in(locale)).append("\n\n");
    page.append(
        english
            ? "Key `%s`, version %d.".formatted(standard.key(), standard.version())
            : "标识 `%s`，版本 %d。".formatted(standard.key(), standard.version()));
    if (!standard.identity().isEmpty()) {
      page.append(english ? " Told apart by: " : "唯一标识：")
          .append(String.join(", ", standard.identity()))
          .append(english ? "." : "。");
    }
    page.append("\n\n");
    page.append(
        english
            ? "| Field | Name | Type | Required | Personal | Description | Also read as |\n"
            : "| 字段 | 名称 | 类型 | 必填 | 个人信息 | 说明 | 可识别的列名 |\n");
    page.append("|---|---|---|---|---|---|---|\n");
    for (FieldSpec field : standard.fields()) {
      appendField(page, field, locale, english);
    }
    appendCodes(page, standard, locale, english);
    appendRules(page, standard, english);
    return page.toString();
  }

  private static void appendField(
      StringBuilder page, FieldSpec field, Locale locale, boolean english) {
    String yes = english ? "yes" : "是";
    String type = field.type().name().toLowerCase(Locale.ROOT);
    page.append("| `").append(field.name()).append("` | ").append(cell(field.label().in(locale)));
    page.append(" | ").append(type).append(field.unit() == null ? "" : " (" + field.unit() + ")");
    page.append(" | ").append(field.required() ? yes : "");
    page.append(" | ").append(field.personal() ? yes : "");
    page.append(" | ").append(cell(field.description().in(locale)));
    page.append(" | ").append(cell(String.join(", ", field.aliases()))).append(" |\n");
  }

  private static void appendCodes(
      StringBuilder page, Standard standard, Locale locale, boolean english) {
    for (FieldSpec field : standard.fields()) {
      if (field.codes().isEmpty()) {
        continue;
      }
      page.append("\n## ").append(english ? "Codes of " : "代码表：").append('`');
      page.append(field.name()).append("`\n\n");
      page.append(english ? "| Code | Meaning | Also read as |\n" : "| 代码 | 含义 | 可识别的写法 |\n");
      page.append("|---|---|---|\n");
      for (CodeValue code : field.codes()) {
        LocalizedText label = code.label();
        page.append("| `").append(code.code()).append("` | ").append(cell(label.in(locale)));
        page.append(" | ").append(cell(String.join(", ", code.aliases()))).append(" |\n");
      }
    }
  }

  private static void appendRules(StringBuilder page, Standard standard, boolean english) {
    page.append(english ? "\n## Rules\n\n" : "\n## 规则\n\n");
    page.append(
        english ? "| Rule | Breaking it | Fields | Parameters |\n" : "| 规则 | 后果 | 字段 | 参数 |\n");
    page.append("|---|---|---|---|\n");
    for (RuleSpec rule : standard.rules()) {
      Severity own = rule.severity();
      Severity severity =
          own != null
              ? own
              : RuleCatalogue.shipped().list().stream()
                  .filter(text -> text.code().equals(rule.code()))
                  .map(RuleText::severity)
                  .findFirst()
                  .orElse(Severity.ERROR);
      String effect =
          severity == Severity.ERROR
              ? (english ? "quarantine" : "进入隔离区")
              : (english ? "accepted, flagged" : "接收并标记");
      String parameters =
          rule.parameters().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(entry -> entry.getKey() + " = " + entry.getValue())
              .collect(Collectors.joining(", "));
      page.append("| ").append(rule.code()).append(" | ").append(effect).append(" | ");
      page.append(String.join(", ", rule.fields())).append(" | ");
      page.append(parameters).append(" |\n");
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }

  /** A CSV with the fields as header and one row of examples. */
  public static String template(Standard standard) {
    return line(standard, FieldSpec::name) + line(standard, FieldSpec::example);
  }

  private static String line(Standard standard, Function<FieldSpec, String> part) {
    return standard.fields().stream()
            .map(part)
            .map(text ->
                text.matches("(?s).*[\",\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text)
            .collect(Collectors.joining(","))
        + "\n";
  }
}
