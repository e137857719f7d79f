package org.firebreak.intake.rule;

import org.firebreak.intake.problem.ProblemCollector;
import org.firebreak.intake.region.ChinaCodes;
import org.jspecify.annotations.Nullable;

/**
 * Completes a record of the region standard whose code is one of GB/T 2260: zeros cut off come
 * back, level and parent follow from the code where they are empty.
 */
final class ChinaCodeStep implements RecordStep {

  private final int code;
  private final int parent;
  private final int level;
  private final int nameZh;

  ChinaCodeStep(RecordFields fields) {
    this.code = fields.find("code");
    this.parent = fields.find("parent");
    this.level = fields.find("level");
    this.nameZh = fields.find("name_zh");
  }

  @Override
  public void apply(@Nullable Object[] values, ProblemCollector problems) {
    String text = RecordFields.text(values, code);
    if (text == null || RecordFields.text(values, nameZh) == null) {
      return;
    }
    String padded = ChinaCodes.padded(text);
    if (!ChinaCodes.isChinese(padded)) {
      return;
    }
    values[code] = padded;
    String above = RecordFields.text(values, parent);
    values[parent] = above == null ? ChinaCodes.parent(padded) : ChinaCodes.padded(above);
    if (values[level] == null) {
      values[level] = (long) ChinaCodes.level(padded);
    }
  }
}
