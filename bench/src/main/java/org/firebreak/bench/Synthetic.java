package org.firebreak.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** Files of any length for the measurements, the same for the same seed. */
final class Synthetic {

  private static final int DISTRICTS = 3000;

  private Synthetic() {}

  /** A tree of 30 provinces with 100 districts each, below the fictitious nation XA. */
  static Path regions(Path folder) throws IOException {
    Path file = folder.resolve("regions.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("code,name_en,name_zh,level,parent,population\n");
      out.write("XA,Benchland,测试国,0,,60000000\n");
      for (int province = 0; province < DISTRICTS / 100; province++) {
        out.write(
            "XA-%02d,Province %02d,第%02d省,1,XA,2000000\n".formatted(province, province, province));
      }
      for (int district = 0; district < DISTRICTS; district++) {
        out.write(
            "%s,District %04d,第%04d区,2,XA-%02d,20000\n"
                .formatted(district(district), district, district, district / 100));
      }
    }
    return file;
  }

  static String district(int number) {
    return "XA-%02d-%02d".formatted(number / 100, number % 100);
  }

  /** A line list with personal fields and all dates; one row in 50 breaks a rule. */
  static Path cases(Path folder, int rows, long seed) throws IOException {
    Path file = folder.resolve("cases-" + rows + ".csv");
    SplittableRandom random = new SplittableRandom(seed);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          "case_id,name,phone,sex,age,region_code,date_onset,date_report,date_outcome,classification,outcome\n");
      for (int row = 0; row < rows; row++) {
        LocalDate onset = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(300));
        boolean broken = random.nextInt(50) == 0;
        LocalDate report = onset.plusDays(broken ? -3 : random.nextInt(8));
        out.write(
            "C%08d,Person %d,+8613%09d,%s,%d,%s,%s,%s,%s,%s,%s%n"
                .formatted(
                    row,
                    row,
                    random.nextInt(1_000_000_000),
                    random.nextBoolean() ? "f" : "m",
                    random.nextInt(95),
                    district(random.nextInt(DISTRICTS)),
                    onset,
                    report,
                    onset.plusDays(10 + random.nextInt(20)),
                    random.nextInt(5) == 0 ? "suspected" : "confirmed",
                    random.nextInt(30) == 0 ? "died" : "recovered"));
      }
    }
    return file;
  }

  /** Cumulative counts of every district, day by day, until {@code rows} are written. */
  static Path counts(Path folder, int rows, long seed) throws IOException {
    Path file = folder.resolve("counts-" + rows + ".csv");
    SplittableRandom random = new SplittableRandom(seed);
    long[] totals = new long[DISTRICTS];
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("date,region_code,indicator,kind,value\n");
      for (int row = 0; row < rows; row++) {
        int district = row % DISTRICTS;
        totals[district] += random.nextInt(20);
        out.write(
            "%s,%s,confirmed,cumulative,%d%n"
                .formatted(
                    LocalDate.of(2020, 1, 1).plusDays(row / DISTRICTS),
                    district(district),
                    totals[district]));
      }
    }
    return file;
  }
}
