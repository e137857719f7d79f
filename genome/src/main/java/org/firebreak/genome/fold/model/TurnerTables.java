package org.firebreak.genome.fold.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.firebreak.base.error.InternalException;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code turner2004.tsv}: the measured values, block by block, as flat arrays. The layout is
 * described in the head of that file.
 */
final class TurnerTables {

  /** A forbidden loop; small enough that three of them do not overflow an int. */
  static final int FORBIDDEN = 1 << 28;

  private final Map<String, int[]> blocks = new LinkedHashMap<>();
  private final Map<String, Integer> specialHairpins = new LinkedHashMap<>();
  private final byte[] text;
  private int at;

  private TurnerTables(byte[] text) {
    this.text = text;
  }

  static TurnerTables load() {
    try (InputStream stream = TurnerTables.class.getResourceAsStream("turner2004.tsv")) {
      if (stream == null) {
        throw new InternalException("energy-table-missing", "turner2004.tsv is not on the path");
      }
      TurnerTables tables = new TurnerTables(stream.readAllBytes());
      tables.parse();
      return tables;
    } catch (IOException e) {
      throw new InternalException("energy-table-unreadable", "turner2004.tsv: " + e, e);
    }
  }

  /** Values of a block in row-major order; the caller owns the copy. */
  int[] block(String name, int expectedSize) {
    int[] values = blocks.get(name);
    if (values == null || values.length != expectedSize) {
      throw new InternalException(
          "energy-table-invalid", "turner2004.tsv: block " + name + " is missing or short");
    }
    return values.clone();
  }

  /** Total energy of the hairpins that have their own value, by sequence with the closing pair. */
  Map<String, Integer> specialHairpins() {
    return specialHairpins;
  }

  private void parse() {
    int @Nullable [] values = null;
    boolean special = false;
    int filled = 0;
    while (at < text.length) {
      if (text[at] == '#') {
        skipLine();
      } else if (text[at] == '@') {
        at++;
        String name = word();
        values = new int[number()];
        special = name.equals("special_hairpins");
        filled = 0;
        blocks.put(name, values);
        skipLine();
      } else {
        String label = special ? word() : skipWord();
        while (at < text.length && text[at] != '\n') {
          int value = number();
          if (special) {
            specialHairpins.put(label, value);
          }
          if (values == null || filled == values.length) {
            throw new InternalException(
                "energy-table-invalid", "turner2004.tsv: too many values near byte " + at);
          }
          values[filled++] = value;
        }
        at++;
      }
    }
  }

  private void skipLine() {
    while (at < text.length && text[at++] != '\n') {}
  }

  private String skipWord() {
    while (text[at] != '\t') {
      at++;
    }
    at++;
    return "";
  }

  private String word() {
    int start = at;
    skipWord();
    return new String(
        Arrays.copyOfRange(text, start, at - 1), java.nio.charset.StandardCharsets.US_ASCII);
  }

  private int number() {
    while (text[at] == ' ') {
      at++;
    }
    if (text[at] == '.') {
      at++;
      return FORBIDDEN;
    }
    boolean negative = text[at] == '-';
    if (negative) {
      at++;
    }
    int value = 0;
    while (at < text.length && text[at] >= '0' && text[at] <= '9') {
      value = 10 * value + text[at++] - '0';
    }
    return negative ? -value : value;
  }
}
