package org.firebreak.bench.genome;

import java.util.Locale;

/** The rows that are printed, as a Markdown table. */
final class Table {

  private Table() {}

  static void header() {
    System.out.println("| task | program | CPU s | times ours | result |");
    System.out.println("|---|---|---|---|---|");
  }

  /** Our own row: steady state, and the first pass of the process. */
  static void own(String task, Measure<?> measure, String result) {
    print(
        task,
        "Firebreak",
        "%s (first pass %s)"
            .formatted(seconds(measure.warmSeconds()), seconds(measure.coldSeconds())),
        "1",
        result);
  }

  static void peer(String task, String program, double cpu, Measure<?> own, String result) {
    print(task, program, seconds(cpu), times(cpu / own.warmSeconds()), result);
  }

  /** A figure that was not measured in this run, with where it comes from. */
  static void quoted(String task, String program, double cpu, Measure<?> own, String source) {
    print(task, program, seconds(cpu) + " (quoted)", times(cpu / own.warmSeconds()), source);
  }

  static void print(String... cells) {
    System.out.println("| " + String.join(" | ", cells) + " |");
  }

  static String seconds(double value) {
    return String.format(Locale.ROOT, value < 0.1 ? "%.4f" : "%.2f", value);
  }

  private static String times(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
  }
}
