package org.firebreak.bench.epidemic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The series a kernel is measured on: made from a fixed seed, or from a file of totals by place.
 */
record SeriesSet(List<Item> items, long firstDay) {

  /** Days of a forecast's past, as in the reference timings. */
  static final int PAST_DAYS = 126;

  private static final double[] WEEKDAY = {1.15, 1.1, 1.05, 1.05, 1, 0.9, 0.75};
  private static final double MEAN_INTERVAL = 4.7;

  SeriesSet(List<Item> items) {
    this(items, 0);
  }

  /**
   * One series.
   *
   * @param name without commas
   * @param frequency values per season, 1 for none
   * @param values finite
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier inside the bench
  record Item(String name, int frequency, double[] values) {

    /** The last values, with another frequency. */
    Item last(int count, int frequency) {
      int from = Math.max(0, values.length - count);
      return new Item(name, frequency, Arrays.copyOfRange(values, from, values.length));
    }

    Item differences() {
      double[] steps = new double[values.length - 1];
      Arrays.setAll(steps, t -> values[t + 1] - values[t]);
      return new Item(name, frequency, steps);
    }

    Item sums() {
      double[] sums = values.clone();
      Arrays.parallelPrefix(sums, Double::sum);
      return new Item(name, frequency, sums);
    }
  }

  /** New cases a day of epidemics in waves, with weekdays and noise beyond Poisson. */
  static SeriesSet epidemics(int places, int days) {
    SplittableRandom random = new SplittableRandom(20200526);
    List<Item> items = new ArrayList<>();
    for (int place = 0; place < places; place++) {
      double[] cases = new double[days];
      double level = random.nextDouble(2, 30);
      double phase = random.nextDouble(0, 60);
      double period = random.nextDouble(60, 160);
      double swing = random.nextDouble(0.02, 0.09);
      for (int t = 0; t < days; t++) {
        level *= Math.exp(swing * Math.sin(2 * Math.PI * (t + phase) / period));
        level = Math.clamp(level, 0.5, 1e6);
        double mean = level * WEEKDAY[t % 7] * gamma(12, random) / 12;
        cases[t] = Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
      }
      items.add(new Item("place" + place, 7, cases));
    }
    return new SeriesSet(items);
  }

  /** Six years of weeks with a yearly wave. */
  static SeriesSet weeks(int number, int weeks) {
    SplittableRandom random = new SplittableRandom(52);
    List<Item> items = new ArrayList<>();
    for (int s = 0; s < number; s++) {
      double level = random.nextDouble(15, 80);
      double swing = random.nextDouble(0, 0.7);
      double[] counts = new double[weeks];
      for (int t = 0; t < weeks; t++) {
        double mean =
            level * Math.exp(swing * Math.cos(2 * Math.PI * t / 52.18)) * gamma(8, random) / 8;
        counts[t] = Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
      }
      items.add(new Item("series" + s, 52, counts));
    }
    return new SeriesSet(items);
  }

  private static double gamma(int shape, SplittableRandom random) {
    double sum = 0;
    for (int i = 0; i < shape; i++) {
      sum -= Math.log(1 - random.nextDouble());
    }
    return sum;
  }

  /** Totals by place from a wide CSV file: a name, then one column per date. */
  static SeriesSet fromWideFile(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] header = lines.getFirst().split(",", -1);
    long firstDay = day(file, header[1]);
    List<Item> items = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (cells.length == header.length) {
        double[] values =
            Arrays.stream(cells, 1, cells.length).mapToDouble(Double::parseDouble).toArray();
        items.add(new Item(cells[0], 1, values));
      }
    }
    return new SeriesSet(items, firstDay);
  }

  private static long day(Path file, String cell) {
    try {
      return LocalDate.parse(cell).toEpochDay();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          file + ": the second column should be a date, is " + cell, e);
    }
  }

  /** Every n-th series whose total reaches 1,000 and moved in the past that is used. */
  SeriesSet sample(int number) {
    List<Item> eligible =
        items.stream()
            .filter(item -> item.values()[item.values().length - 1] >= 1000)
            .filter(item -> item.values().length > PAST_DAYS)
            .toList();
    int stride = Math.max(1, eligible.size() / number);
    List<Item> chosen = new ArrayList<>();
    for (int i = 0; i < eligible.size() && chosen.size() < number; i += stride) {
      chosen.add(eligible.get(i));
    }
    return new SeriesSet(chosen);
  }

  /** The mean serial interval the Rt kernels are measured with. */
  static double meanInterval() {
    return MEAN_INTERVAL;
  }
}
