package org.firebreak.epidemic.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.firebreak.epidemic.gold.GoldTable;
import org.junit.jupiter.api.Test;

class ScanGoldTest {

  @SuppressWarnings("ArrayRecordComponent") // test arrays
  private record Case(CountGrid grid, double[][] population, Neighbours neighbours) {}

  private static Case read(GoldTable counts, GoldTable places) {
    int steps = (int) Arrays.stream(counts.numbers("t")).max().orElseThrow();
    int[][] cases = new int[steps][places.size()];
    double[][] population = new double[steps][places.size()];
    double[] t = counts.numbers("t");
    double[] loc = counts.numbers("loc");
    for (int i = 0; i < t.length; i++) {
      cases[(int) t[i] - 1][(int) loc[i] - 1] = (int) counts.numbers("count")[i];
      population[(int) t[i] - 1][(int) loc[i] - 1] = counts.numbers("population")[i];
    }
    return new Case(
        new CountGrid(cases),
        population,
        Neighbours.planar(places.numbers("x"), places.numbers("y"), 10));
  }

  private static ScanSettings settings(ScanSettings.Model model, int threads) {
    return new ScanSettings(model, 1000, 999, 7, 10, threads);
  }

  /** Scores and windows exactly, p values within the noise of two Monte Carlo runs. */
  @Test
  void theReferenceOfBothModels() {
    Map<String, GoldTable> counts = GoldTable.read("e_scan/counts.csv").by("case");
    Map<String, GoldTable> places = GoldTable.read("e_scan/locations.csv").by("case");
    GoldTable.read("e_scan/expected.csv")
        .by("case")
        .forEach((name, table) -> {
          String series = name.substring(0, name.indexOf("__"));
          Case data =
              read(
                  Objects.requireNonNull(counts.get(series)),
                  Objects.requireNonNull(places.get(series)));
          check(name, data, table.by("field"));
        });
  }

  private static void check(String name, Case data, Map<String, GoldTable> fields) {
    boolean permutation = name.endsWith("perm");
    ScanSettings settings =
        settings(permutation ? ScanSettings.Model.PERMUTATION : ScanSettings.Model.POISSON, 2);
    boolean hasPopulation = !Double.isNaN(data.population()[0][0]);
    ScanCluster best =
        (permutation
                ? SpaceTimeScan.scan(data.grid(), data.neighbours(), settings)
                : SpaceTimeScan.scan(
                    data.grid(),
                    hasPopulation
                        ? Baselines.byPopulation(data.population())
                        : Baselines.byMargins(data.grid()),
                    data.neighbours(),
                    settings))
            .getFirst();
    assertEquals(value(fields, "MLC_score"), best.score(), 1e-9, name);
    assertEquals((int) value(fields, "MLC_duration"), best.steps(), name);
    assertEquals(
        text(fields, "MLC_locations"),
        Arrays.stream(best.places()).mapToObj(p -> "" + (p + 1)).collect(Collectors.joining(" ")),
        name);
    assertEquals(value(fields, "MLC_relrisk_in"), best.relativeRisk(), 1e-9, name);
    double p = value(fields, "MC_pvalue_999");
    assertEquals(p, best.pValue(), 3 * Math.sqrt(2 * p * (1 - p) / 999) + 0.002, name);
  }

  private static String text(Map<String, GoldTable> fields, String name) {
    return Objects.requireNonNull(fields.get(name), name).texts("value").getFirst();
  }

  private static double value(Map<String, GoldTable> fields, String name) {
    return Double.parseDouble(text(fields, name));
  }

  @Test
  void findsAnInjectedClusterTheSameWithAnyNumberOfThreads() {
    SplittableRandom random = new SplittableRandom(3);
    int[][] cases = new int[28][60];
    double[] x = random.doubles(60).toArray();
    double[] y = random.doubles(60).toArray();
    for (int[] row : cases) {
      for (int place = 0; place < row.length; place++) {
        row[place] = random.nextInt(4);
      }
    }
    Neighbours neighbours = Neighbours.planar(x, y, 10);
    int[] truth = Arrays.copyOf(neighbours.nearest()[5], 4);
    for (int t = 25; t < 28; t++) {
      for (int place : truth) {
        cases[t][place] += 4;
      }
    }
    CountGrid grid = new CountGrid(cases);
    List<ScanCluster> one =
        SpaceTimeScan.scan(grid, neighbours, settings(ScanSettings.Model.PERMUTATION, 1));
    List<ScanCluster> three =
        SpaceTimeScan.scan(grid, neighbours, settings(ScanSettings.Model.PERMUTATION, 3));
    Arrays.sort(truth);
    assertArrayEquals(truth, one.getFirst().places());
    assertEquals(3, one.getFirst().steps());
    assertEquals(0.001, one.getFirst().pValue(), 1e-12);
    assertEquals(one.size(), three.size());
    for (int i = 0; i < one.size(); i++) {
      assertEquals(one.get(i).pValue(), three.get(i).pValue());
      assertEquals(one.get(i).score(), three.get(i).score());
    }
    assertTrue(
        SpaceTimeScan.scan(
                new CountGrid(new int[3][60]),
                neighbours,
                settings(ScanSettings.Model.PERMUTATION, 1))
            .isEmpty());
  }

  @Test
  void distancesOnEarth() {
    assertEquals(1068, Neighbours.kilometres(39.9042, 116.4074, 31.2304, 121.4737), 2);
  }
}
