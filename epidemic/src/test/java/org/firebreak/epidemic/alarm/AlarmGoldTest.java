package org.firebreak.epidemic.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.firebreak.epidemic.gold.GoldTable;
import org.junit.jupiter.api.Test;

/** The values of R's surveillance package, to the tolerances their README states. */
class AlarmGoldTest {

  private static Detector detector(String name) {
    double alpha = name.contains("a0.025") ? 0.025 : 0.001;
    if (name.startsWith("ears_")) {
      return Ears.of(Ears.Variant.valueOf(name.substring(5, 7)), alpha);
    }
    if (name.startsWith("cusum_k1.04")) {
      return Cusum.DEFAULT;
    }
    if (name.startsWith("cusum_")) {
      return new Cusum(0.5, 4, 61);
    }
    if (name.startsWith("farrington_")) {
      return Farrington.weekly(0.01);
    }
    FarringtonFlexible.Threshold threshold =
        name.contains("delta")
            ? FarringtonFlexible.Threshold.DELTA
            : FarringtonFlexible.Threshold.NEGATIVE_BINOMIAL;
    return new FarringtonFlexible(3, 3, 10, 52, 26, 2.58, 1, threshold, 0.01);
  }

  private static boolean covered(String name) {
    return name.startsWith("ears_") || name.startsWith("cusum_") || name.startsWith("farrington");
  }

  @Test
  void everyValueOfTheReference() {
    Map<String, double[]> series = new HashMap<>();
    GoldTable.read("e_detect/series.csv")
        .by("series")
        .forEach((name, part) -> series.put(name, part.numbers("count")));
    Map<String, String> seriesOf = new HashMap<>();
    GoldTable cases = GoldTable.read("e_detect/cases.csv");
    for (int i = 0; i < cases.size(); i++) {
      seriesOf.put(cases.texts("case").get(i), cases.texts("series").get(i));
    }
    int[] checked = {0};
    GoldTable.read("e_detect/expected.csv.gz")
        .by("case")
        .forEach((name, table) -> {
          if (covered(name)) {
            double[] counts =
                Objects.requireNonNull(series.get(Objects.requireNonNull(seriesOf.get(name))));
            checked[0] += check(name, table.by("field"), counts);
          }
        });
    assertEquals(22_822, checked[0]);
  }

  private static int check(String name, Map<String, GoldTable> fields, double[] counts) {
    double[] steps = Objects.requireNonNull(fields.get("alarm")).numbers("index");
    Assessment actual =
        detector(name).assess(counts, name.startsWith("farr") ? (int) steps[0] - 1 : 0);
    double tolerance = name.startsWith("farr") ? 1e-6 : 1e-8;
    int checked = 0;
    for (Map.Entry<String, GoldTable> field : fields.entrySet()) {
      double[] index = field.getValue().numbers("index");
      double[] value = field.getValue().numbers("value");
      for (int i = 0; i < index.length; i++) {
        int t = (int) index[i] - 1;
        double got =
            switch (field.getKey()) {
              case "upperbound" -> actual.upper()[t];
              case "expected" -> actual.expected()[t];
              case "score", "cusum" -> actual.score()[t];
              case "alarm" -> actual.alarm()[t] ? 1 : 0;
              default -> value[i];
            };
        String at = name + " " + field.getKey() + " " + (t + 1);
        if (Double.isNaN(value[i]) && field.getKey().equals("alarm")) {
          assertEquals(0, got, at);
        } else if (Double.isNaN(value[i])) {
          assertEquals(value[i], got, at);
        } else {
          assertEquals(value[i], got, tolerance * Math.max(1, Math.abs(value[i])), at);
        }
        checked++;
      }
    }
    return checked;
  }
}
