package org.firebreak.platform.intake;

import java.util.List;

/**
 * What an import counted, in rows of the file; {@code rows = accepted + quarantined + unchanged}.
 *
 * @param accepted rows that changed what is stored
 * @param quarantined rows of which something was refused
 * @param unchanged rows that were there already
 * @param flagged rows or records accepted with a warning
 * @param rules how often each rule was broken, most often first
 */
record ImportCounts(
    long rows,
    long accepted,
    long quarantined,
    long unchanged,
    long flagged,
    List<RuleCount> rules) {

  ImportCounts {
    rules = List.copyOf(rules);
  }
}
