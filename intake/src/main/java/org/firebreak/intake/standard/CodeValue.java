package org.firebreak.intake.standard;

import java.util.List;
import org.firebreak.base.LocalizedText;

/**
 * One entry of a code list.
 *
 * @param code the code, as stored
 * @param label name for people
 * @param aliases how sources write it, besides code and label; compared without case
 */
public record CodeValue(String code, LocalizedText label, List<String> aliases) {

  public CodeValue {
    aliases = List.copyOf(aliases);
  }
}
