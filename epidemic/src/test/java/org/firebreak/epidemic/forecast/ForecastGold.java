package org.firebreak.epidemic.forecast;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** The gold values of the reference implementations: series, calls, and what they gave. */
public final class ForecastGold {

  private final Map<String, List<Double>> series = new LinkedHashMap<>();
  private final Map<String, Integer> seasons = new HashMap<>();
  private final Map<String, String> seriesOfCase = new LinkedHashMap<>();
  private final Map<String, Map<String, List<Double>>> expected = new HashMap<>();
  private final Map<String, String> methods = new HashMap<>();

  private ForecastGold() {}

  /** Path of a shared file; the test that asks is skipped, saying so, where it is absent. */
  public static Path shared(String relative) {
    Path path = Path.of(System.getProperty("firebreak.shared", "../../shared"), relative);
    Assumptions.assumeTrue(Files.exists(path), "Skipped: the shared data is absent: " + path);
    return path;
  }

  /** Lines of a text file, gzip by name. */
  public static List<String> lines(Path path) {
    try (InputStream raw = Files.newInputStream(path);
        InputStream plain = path.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ForecastGold load() {
    Path folder = shared("gold/epidemic/a_forecast");
    ForecastGold gold = new ForecastGold();
    for (String line : body(folder.resolve("series.csv"))) {
      String[] cells = line.split(",", -1);
      gold.series
          .computeIfAbsent(cells[0], k -> new ArrayList<>())
          .add(Double.parseDouble(cells[3]));
      gold.seasons.put(cells[0], Integer.parseInt(cells[1]));
    }
    for (String line : body(folder.resolve("cases.csv"))) {
      String[] cells = line.split(",", 3);
      gold.seriesOfCase.put(cells[0], cells[1]);
    }
    gold.addExpected(folder.resolve("expected.csv.gz"));
    return gold;
  }

  /** Adds the expected values of a further file of the same shape. */
  public void addExpected(Path file) {
    for (String line : body(file)) {
      int first = line.indexOf(',');
      String name = line.substring(0, first);
      if (line.contains("method=")) {
        methods.put(name, line.substring(line.indexOf('=') + 1, line.lastIndexOf('"')));
        continue;
      }
      String[] cells = line.split(",", -1);
      expected
          .computeIfAbsent(name, k -> new HashMap<>())
          .computeIfAbsent(cells[1], k -> new ArrayList<>())
          .add("NA".equals(cells[3]) ? Double.NaN : Double.parseDouble(cells[3]));
    }
  }

  private static List<String> body(Path path) {
    List<String> lines = lines(path);
    return lines.subList(1, lines.size());
  }

  /** Names of the cases that begin with a prefix, in the file's order. */
  public List<String> cases(String prefix) {
    return seriesOfCase.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
  }

  public double[] values(String name) {
    List<Double> values = series.get(seriesOfCase.getOrDefault(name, name));
    if (values == null) {
      throw new IllegalArgumentException("No series for " + name);
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  public int season(String name) {
    Integer season = seasons.get(seriesOfCase.getOrDefault(name, name));
    return season == null ? 1 : season;
  }

  public boolean has(String name, String field) {
    return expected.containsKey(name) && expected.get(name).containsKey(field);
  }

  public double[] expected(String name, String field) {
    return expected.getOrDefault(name, Map.of()).getOrDefault(field, List.of()).stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  public double expectedScalar(String name, String field) {
    return expected(name, field)[0];
  }

  /** The model a selection chose, such as {@code ETS(A,N,N)}. */
  public String method(String name) {
    return String.valueOf(methods.get(name));
  }
}
