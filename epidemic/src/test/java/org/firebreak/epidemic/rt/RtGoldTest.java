package org.firebreak.epidemic.rt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.firebreak.epidemic.gold.GoldTable;
import org.junit.jupiter.api.Test;

/** The values of EpiEstim and EpiFilter, to the tolerances their README states. */
class RtGoldTest {

  private static final String[] QUANTILES = {
    "Quantile.0.025(R)",
    "Quantile.0.05(R)",
    "Quantile.0.25(R)",
    "Median(R)",
    "Quantile.0.75(R)",
    "Quantile.0.95(R)",
    "Quantile.0.975(R)"
  };

  private static Map<String, double[]> series(String file, String key, String value) {
    Map<String, double[]> series = new HashMap<>();
    GoldTable.read(file).by(key).forEach((name, part) -> series.put(name, part.numbers(value)));
    return series;
  }

  private static double[] field(Map<String, GoldTable> fields, String name) {
    return Objects.requireNonNull(fields.get(name), name).numbers("value");
  }

  private static void same(String what, double[] expected, double[] actual, double tolerance) {
    assertEquals(expected.length, actual.length, what);
    for (int i = 0; i < expected.length; i++) {
      String at = what + " [" + i + "]";
      if (Double.isNaN(expected[i])) {
        assertTrue(Double.isNaN(actual[i]), at);
      } else {
        assertEquals(expected[i], actual[i], tolerance * Math.max(1e-3, Math.abs(expected[i])), at);
      }
    }
  }

  private static void sameEstimate(
      String name, Map<String, GoldTable> expected, RtEstimate actual, double tolerance) {
    same(name + " mean", field(expected, "Mean(R)"), actual.mean(), tolerance);
    same(name + " sd", field(expected, "Std(R)"), actual.sd(), tolerance);
    for (int q = 0; q < QUANTILES.length; q++) {
      int index = q;
      double[] values =
          IntStream.range(0, actual.mean().length)
              .mapToDouble(w -> actual.quantile(w, index))
              .toArray();
      same(name + QUANTILES[q], field(expected, QUANTILES[q]), values, tolerance);
    }
  }

  private static Windows windows(Map<String, GoldTable> expected) {
    return new Windows(
        Arrays.stream(field(expected, "t_start")).mapToInt(t -> (int) t).toArray(),
        Arrays.stream(field(expected, "t_end")).mapToInt(t -> (int) t).toArray());
  }

  private static SerialInterval interval(String name, String series, int days) {
    if (name.contains("nonparam")) {
      return SerialInterval.of(
          Objects.requireNonNull(series("b_rt/si_nonparametric.csv", "series", "w").get(series)));
    }
    if (name.contains("2.6_1.5")) {
      return SerialInterval.ofGamma(2.6, 1.5, days);
    }
    return name.contains("7.5_3.4")
        ? SerialInterval.ofGamma(7.5, 3.4, days)
        : SerialInterval.ofGamma(4.7, 2.9, days);
  }

  @Test
  void discreteSerialIntervals() {
    GoldTable grid = GoldTable.read("b_rt/discr_si_grid.csv");
    double[] k = grid.numbers("k");
    double[] mean = grid.numbers("mu");
    double[] sd = grid.numbers("sd");
    double[] weight = grid.numbers("w");
    for (int i = 0; i < k.length; i++) {
      assertEquals(
          weight[i], SerialInterval.ofGamma(mean[i], sd[i], 32).at((int) k[i]), 1e-12, "row " + i);
    }
  }

  @Test
  void coriAndWallingaTeunis() {
    Map<String, double[]> incidence = series("b_rt/incidence.csv", "series", "I");
    Map<String, String> seriesOf = new HashMap<>();
    GoldTable cases = GoldTable.read("b_rt/cases.csv");
    for (int i = 0; i < cases.size(); i++) {
      seriesOf.put(cases.texts("case").get(i), cases.texts("series").get(i));
    }
    int[] checked = new int[2];
    GoldTable.read("b_rt/expected.csv.gz")
        .by("case")
        .forEach((name, table) -> {
          Map<String, GoldTable> fields = table.by("field");
          String series = Objects.requireNonNull(seriesOf.get(name));
          double[] counts = incidence.get(series);
          if (name.startsWith("lambda_") && counts != null) {
            double[] lambda =
                SerialInterval.ofGamma(4.7, 2.9, counts.length).infectiousness(counts);
            lambda[0] = Double.NaN;
            same(name, field(fields, "Lambda"), lambda, 1e-8);
          } else if (name.startsWith("cori_param") || name.startsWith("cori_nonparam")) {
            Objects.requireNonNull(counts, name);
            Cori cori = name.contains("prior2_3") ? new Cori(2, 3) : Cori.DEFAULT;
            sameEstimate(
                name,
                fields,
                cori.estimate(counts, interval(name, series, counts.length), windows(fields)),
                1e-8);
            checked[0]++;
          } else if (name.startsWith("wt_")) {
            Objects.requireNonNull(counts, name);
            checkWallingaTeunis(name, fields, counts, interval(name, series, counts.length));
            checked[1]++;
          }
        });
    assertEquals(27, checked[0]);
    assertEquals(4, checked[1]);
  }

  private static void checkWallingaTeunis(
      String name, Map<String, GoldTable> fields, double[] counts, SerialInterval interval) {
    RtEstimate actual =
        WallingaTeunis.estimate(counts, interval, Windows.sliding(counts.length, 7));
    same(name, field(fields, "t_start"), asDoubles(actual.windows().starts()), 0);
    same(name, field(fields, "Mean(R)"), actual.mean(), 1e-6);
    // The reference simulates 20 to 100 trees; its own noise is about 10 %.
    double[] low = field(fields, "Quantile.0.025(R)");
    double[] high = field(fields, "Quantile.0.975(R)");
    double difference = 0;
    double size = 0;
    for (int w = 0; w < low.length; w++) {
      difference +=
          Math.abs(low[w] - actual.quantile(w, 0))
              + Math.abs(high[w] - actual.quantile(w, RtEstimate.QUANTILES - 1));
      size += low[w] + high[w];
    }
    assertTrue(difference < 0.1 * size, () -> name + " quantiles");
  }

  private static double[] asDoubles(int[] values) {
    return Arrays.stream(values).asDoubleStream().toArray();
  }

  @Test
  void coriWithImports() {
    GoldTable mers = GoldTable.read("b_rt/incidence_mers_local_imported.csv");
    double[] local = mers.numbers("local");
    double[] imported = mers.numbers("imported");
    double[] total =
        IntStream.range(0, local.length).mapToDouble(i -> local[i] + imported[i]).toArray();
    Map<String, GoldTable> fields =
        Objects.requireNonNull(
                GoldTable.read("b_rt/expected.csv.gz").by("case").get("cori_imports_mers2014_15"))
            .by("field");
    RtEstimate actual =
        Cori.DEFAULT.estimate(
            local, total, SerialInterval.ofGamma(6.8, 4.1, total.length), windows(fields));
    sameEstimate("mers", fields, actual, 1e-8);
  }

  @Test
  void coriWithUncertainSerialInterval() {
    Map<String, double[]> incidence = series("b_rt/incidence.csv", "series", "I");
    Map<String, GoldTable> expected = GoldTable.read("b_rt/expected.csv.gz").by("case");
    for (String name : new String[] {"Flu2009", "SARS2003"}) {
      double[] counts = Objects.requireNonNull(incidence.get(name));
      Map<String, GoldTable> fields =
          Objects.requireNonNull(expected.get("cori_uncertain_" + name)).by("field");
      RtEstimate actual =
          new UncertainSerialInterval(2.6, 1, 1.000001, 4.2, 1.5, 0.5, 0.5, 2.5, 500)
              .estimate(counts, Cori.DEFAULT, windows(fields));
      same(name, field(fields, "Mean(R)"), actual.mean(), 0.02);
      for (int q = 0; q < QUANTILES.length; q++) {
        int index = q;
        double[] values =
            IntStream.range(0, actual.mean().length)
                .mapToDouble(w -> actual.quantile(w, index))
                .toArray();
        same(name + QUANTILES[q], field(fields, QUANTILES[q]), values, 0.04);
      }
    }
  }

  @Test
  void coriFromWeeklyTotals() {
    Map<String, GoldTable> fields = GoldTable.read("b_rt/expected_agg.csv").by("field");
    double[] weeks = field(fields, "weekly_input");
    SerialInterval interval = SerialInterval.ofGamma(4.7, 2.9, weeks.length * 7 + 1);
    Disaggregation.Daily daily = Disaggregation.WEEKLY.reconstruct(weeks, interval, Cori.DEFAULT);
    same("daily", field(fields, "reconstructed_daily"), daily.daily(), 1e-8);
    assertEquals((int) field(fields, "t_start")[0], daily.firstDay());
    Windows windows = Windows.sliding(daily.firstDay(), weeks.length * 7, 7);
    sameEstimate("weekly", fields, Cori.DEFAULT.estimate(daily.daily(), interval, windows), 1e-8);
  }

  @Test
  void epiFilter() {
    Map<String, double[]> incidence = series("b_rt/incidence.csv", "series", "I");
    Map<String, double[]> intervals = series("b_rt/si_nonparametric.csv", "series", "w");
    GoldTable.read("b_rt/expected_epifilter.csv")
        .by("case")
        .forEach((name, table) -> {
          String series = name.substring("epifilter_".length());
          double[] counts = Objects.requireNonNull(incidence.get(series));
          double[] infectiousness =
              SerialInterval.of(Objects.requireNonNull(intervals.get(series)))
                  .infectiousness(counts);
          EpiFilter.Result result = EpiFilter.DEFAULT.run(counts, infectiousness);
          Map<String, GoldTable> fields = table.by("field");
          sameGrid(name, fields, "filt", result.filtered());
          sameGrid(name, fields, "sm", result.smoothed());
        });
  }

  private static void sameGrid(
      String name, Map<String, GoldTable> fields, String pass, RtEstimate actual) {
    same(name + pass, field(fields, pass + "_mean"), actual.mean(), 1e-8);
    String[] names = {pass + "_lo95", pass + "_med", pass + "_hi95"};
    int[] indices = {0, 3, 6};
    for (int i = 0; i < names.length; i++) {
      double[] expected = field(fields, names[i]);
      for (int t = 0; t < expected.length; t++) {
        assertEquals(expected[t], actual.quantile(t, indices[i]), 0.0503, name + names[i] + t);
      }
    }
  }
}
