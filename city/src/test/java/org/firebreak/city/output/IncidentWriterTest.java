package org.firebreak.city.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.firebreak.city.City;
import org.firebreak.city.CityParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IncidentWriterTest {

  @TempDir private static Path first;

  @BeforeAll
  static void generate() {
    write(first, 5);
  }

  private static void write(Path directory, long seed) {
    CityParameters parameters =
        CityParameters.fictitious(seed, 250_000, 80, CityParameters.DEFAULT_END);
    City city = City.generate(parameters, day -> {});
    new IncidentWriter(city, directory, what -> {}).write();
    Manifest.write(city, directory);
  }

  @Test
  void sameSeedGivesTheSameBytesOnOneThread(@TempDir Path second, @TempDir Path other)
      throws IOException {
    try (ForkJoinPool one = new ForkJoinPool(1)) {
      one.submit(() -> write(second, 5)).join();
    }
    assertEquals(
        Files.readString(first.resolve("manifest.json")),
        Files.readString(second.resolve("manifest.json")));
    write(other, 6);
    assertNotEquals(
        Files.readString(first.resolve("case-cdc.csv")),
        Files.readString(other.resolve("case-cdc.csv")));
  }

  private static List<String[]> rows(String file, String delimiter, Charset charset)
      throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(first.resolve(file), charset)) {
      rows.add(line.replace("\uFEFF", "").split(delimiter, -1));
    }
    return rows;
  }

  @Test
  void plantedErrorsStandInTheFilesAsRecorded() throws IOException {
    Map<String, Map<String, List<String>>> values = new HashMap<>();
    load(values, "case-cdc.csv", ",", StandardCharsets.UTF_8);
    load(values, "case-hospitals-zh.csv", ",", Charset.forName("GB18030"));
    load(values, "case-registers.csv", ";", StandardCharsets.UTF_8);
    int checked = 0;
    Set<String> kinds = new HashSet<>();
    for (String[] error : rows("truth/planted-errors.csv", ",", StandardCharsets.UTF_8)) {
      Map<String, List<String>> file = values.get(error[0]);
      if (file == null) {
        continue;
      }
      List<String> found = file.getOrDefault(error[1] + "/" + error[2], List.of());
      assertTrue(found.contains(error[5]), String.join(",", error));
      assertEquals(error[3].equals("duplicate-row") ? 2 : found.size(), found.size());
      kinds.add(error[3]);
      checked++;
    }
    assertTrue(checked > 100, "only " + checked + " errors");
    assertTrue(
        kinds.containsAll(
            Set.of("missing-value", "age-with-unit", "mixed-sex-code", "duplicate-person")),
        kinds.toString());
  }

  private static void load(
      Map<String, Map<String, List<String>>> values, String file, String delimiter, Charset charset)
      throws IOException {
    List<String[]> rows = rows(file, delimiter, charset);
    String[] header = rows.getFirst();
    Map<String, List<String>> cells = new HashMap<>();
    for (String[] row : rows.subList(1, rows.size())) {
      assertEquals(header.length, row.length, file);
      for (int i = 0; i < header.length; i++) {
        cells.computeIfAbsent(row[0] + "/" + header[i], k -> new ArrayList<>()).add(row[i]);
      }
    }
    values.put(file, cells);
  }

  @Test
  void countsAddUpButForThePlantedErrors() throws IOException {
    Map<String, String> parents = new HashMap<>();
    for (String[] row : rows("region.csv", ",", StandardCharsets.UTF_8)) {
      parents.put(row[0], row[4]);
    }
    Set<String> planted = new HashSet<>();
    for (String[] error : rows("truth/planted-errors.csv", ",", StandardCharsets.UTF_8)) {
      planted.add(error[3] + " " + error[1]);
    }
    String file = "daily-count-2026-06-30.csv";
    Map<String, Integer> difference = new HashMap<>();
    Map<String, Integer> last = new HashMap<>();
    Set<String> falls = new HashSet<>();
    List<String[]> rows = rows(file, ",", StandardCharsets.UTF_8);
    for (String[] row : rows.subList(1, rows.size())) {
      if (row[2].equals("confirmed") && row[3].equals("cumulative")) {
        int value = Integer.parseInt(row[4]);
        difference.merge(row[1] + " " + row[0], value, Integer::sum);
        difference.merge(parents.get(row[1]) + " " + row[0], -value, Integer::sum);
        Integer before = last.put(row[1], value);
        if (before != null && value < before && !parents.containsValue(row[1])) {
          falls.add(row[1] + " " + row[0]);
        }
      }
    }
    for (Map.Entry<String, Integer> entry : difference.entrySet()) {
      String code = entry.getKey().substring(0, entry.getKey().indexOf(' '));
      if (parents.containsValue(code) && code.startsWith("99") && entry.getValue() != 0) {
        boolean own = planted.contains("sum-mismatch " + entry.getKey());
        boolean below =
            parents.entrySet().stream()
                .filter(p -> p.getValue().equals(code))
                .anyMatch(p ->
                    planted.contains("sum-mismatch " + p.getKey() + entry.getKey().substring(6)));
        assertTrue(own || below, entry.toString());
      }
    }
    assertEquals(1, falls.size());
    assertTrue(planted.contains("cumulative-falls " + falls.iterator().next()));
  }
}
