package org.firebreak.platform.genomes;

import java.util.Map;
import org.firebreak.base.LocalizedText;

/** What can be wrong with a record, in words. */
final class RuleTitles {

  private static final Map<String, LocalizedText> TITLES =
      Map.ofEntries(
          Map.entry("letter-wrong", new LocalizedText("Wrong letter", "序列含非法字符")),
          Map.entry("sequence-empty", new LocalizedText("No sequence", "序列为空")),
          Map.entry("sequence-long", new LocalizedText("Too long", "序列过长")),
          Map.entry("genome-truncated", new LocalizedText("Truncated genome", "基因组不完整")),
          Map.entry("genome-strange", new LocalizedText("Only partly alike", "仅部分可比对")),
          Map.entry("genome-unknown", new LocalizedText("Unknown genome", "未知基因组")),
          Map.entry("genome-reversed", new LocalizedText("Reverse complement", "反向互补序列")),
          Map.entry("genome-foreign", new LocalizedText("Another virus", "非本病毒序列")),
          Map.entry("name-wrong", new LocalizedText("Unusable name", "名称不可用")),
          Map.entry("name-twice", new LocalizedText("Name used twice", "名称重复")),
          Map.entry("sample-unknown", new LocalizedText("Not in the table", "样本表中无此名称")),
          Map.entry("sample-twice", new LocalizedText("Twice in the table", "样本表中重复")),
          Map.entry("date-wrong", new LocalizedText("Unreadable date", "日期无法识别")),
          Map.entry("place-unknown", new LocalizedText("Unknown place", "未知地点")));

  private RuleTitles() {}

  static LocalizedText of(String rule) {
    return TITLES.getOrDefault(rule, new LocalizedText(rule, rule));
  }
}
