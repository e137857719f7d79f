package org.firebreak.intake.convert;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.firebreak.intake.standard.CodeValue;
import org.firebreak.intake.standard.FieldSpec;
import org.jspecify.annotations.Nullable;

/** Finds the code of a code list for what a source writes: code, label or alias, without case. */
public final class CodeIndex {

  private final Map<String, String> codes = new HashMap<>();

  public CodeIndex(FieldSpec field) {
    for (CodeValue value : field.codes()) {
      codes.put(normalise(value.code()), value.code());
    }
    for (CodeValue value : field.codes()) {
      codes.putIfAbsent(normalise(value.label().en()), value.code());
      codes.putIfAbsent(normalise(value.label().zh()), value.code());
      value.aliases().forEach(alias -> codes.putIfAbsent(normalise(alias), value.code()));
    }
  }

  /** The code, or null if the list has none for this text. */
  public @Nullable String find(String text) {
    return codes.get(normalise(text));
  }

  private static String normalise(String text) {
    StringBuilder key = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '_' && c != '-' && c != '\u3000' && c != '\u00a0') {
        key.append(c);
      }
    }
    return key.toString().toLowerCase(Locale.ROOT);
  }
}
