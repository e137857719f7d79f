package org.firebreak.epidemic.gold;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** A gold CSV file; a test that asks for one is skipped, and says so, where it is absent. */
public final class GoldTable {

  private final List<String> header;
  private final List<List<String>> rows;

  private GoldTable(List<String> header, List<List<String>> rows) {
    this.header = header;
    this.rows = rows;
  }

  /** Reads {@code gold/epidemic/NAME} below the shared folder. */
  public static GoldTable read(String name) {
    Path path =
        Path.of(System.getProperty("firebreak.shared", "../../shared"), "gold/epidemic", name);
    Assumptions.assumeTrue(Files.exists(path), () -> "skipped: no gold values at " + path);
    try (InputStream raw = Files.newInputStream(path);
        InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<List<String>> lines =
          reader.lines().map(GoldTable::fields).collect(Collectors.toCollection(ArrayList::new));
      return new GoldTable(lines.removeFirst(), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  /** Cells of a column as text. */
  public List<String> texts(String column) {
    int index = header.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException("no column " + column + " in " + header);
    }
    return rows.stream().map(row -> row.get(index)).toList();
  }

  /** Cells of a column as numbers; NA is NaN. */
  public double[] numbers(String column) {
    return texts(column).stream().mapToDouble(GoldTable::number).toArray();
  }

  /** The rows split by the text of a column, in order of appearance. */
  public Map<String, GoldTable> by(String column) {
    int index = header.indexOf(column);
    Map<String, List<List<String>>> parts = new LinkedHashMap<>();
    for (List<String> row : rows) {
      parts.computeIfAbsent(row.get(index), key -> new ArrayList<>()).add(row);
    }
    Map<String, GoldTable> tables = new LinkedHashMap<>();
    parts.forEach((key, part) -> tables.put(key, new GoldTable(header, part)));
    return tables;
  }

  public int size() {
    return rows.size();
  }

  private static double number(String text) {
    return switch (text) {
      case "NA", "NaN", "" -> Double.NaN;
      case "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      case "TRUE" -> 1;
      case "FALSE" -> 0;
      default -> Double.parseDouble(text);
    };
  }
}
