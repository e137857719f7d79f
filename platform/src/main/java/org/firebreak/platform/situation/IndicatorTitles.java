package org.firebreak.platform.situation;

import java.util.Map;
import java.util.stream.Collectors;
import org.firebreak.base.LocalizedText;
import org.firebreak.intake.standard.CodeValue;
import org.firebreak.intake.standard.StandardLibrary;
import org.springframework.stereotype.Component;

/** Names of indicators for people, from the code list of the standard. Thread-safe. */
@Component
class IndicatorTitles {

  private final Map<String, LocalizedText> titles;

  IndicatorTitles(StandardLibrary standards) {
    this.titles =
        standards.get("daily-count").findField("indicator").stream()
            .flatMap(field -> field.codes().stream())
            .collect(Collectors.toUnmodifiableMap(CodeValue::code, CodeValue::label));
  }

  /** The name, or the key itself where the standard does not name it. */
  LocalizedText of(String indicator) {
    return titles.getOrDefault(indicator, new LocalizedText(indicator, indicator));
  }
}
