package org.firebreak.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.firebreak.base.LocalizedText;

/**
 * What went wrong, in both languages: the English sentence is the error's own, the Chinese one
 * stands under its code in {@code problems/zh.properties}. A code without one says the English
 * sentence in both. Immutable and thread-safe.
 */
public final class ProblemTexts {

  private static final String DETAIL = "{detail}";
  private static final Properties CHINESE = load();

  private ProblemTexts() {}

  private static Properties load() {
    Properties texts = new Properties();
    try (InputStream file =
        Objects.requireNonNull(ProblemTexts.class.getResourceAsStream("/problems/zh.properties"))) {
      texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /** The sentences of an error. */
  public static LocalizedText of(String code, String english) {
    String chinese = CHINESE.getProperty(code);
    if (chinese == null) {
      return new LocalizedText(english, english);
    }
    String filled =
        chinese.endsWith(DETAIL) ? chinese.replace(DETAIL, "（" + english + "）") : chinese;
    return new LocalizedText(english, filled);
  }

  /** Whether a code has a Chinese sentence. */
  static boolean has(String code) {
    return CHINESE.containsKey(code);
  }
}
