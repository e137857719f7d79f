package org.firebreak.base;

import java.util.Locale;

/**
 * A text for people, in the two languages of the platform.
 *
 * @param en English, not blank
 * @param zh Chinese (simplified), not blank
 */
public record LocalizedText(String en, String zh) {

  public LocalizedText {
    if (en.isBlank() || zh.isBlank()) {
      throw new IllegalArgumentException("Text must be given in English and Chinese: " + en + zh);
    }
  }

  /** The text in the language of {@code locale}: Chinese for any Chinese locale, else English. */
  public String in(Locale locale) {
    return "zh".equals(locale.getLanguage()) ? zh : en;
  }
}
