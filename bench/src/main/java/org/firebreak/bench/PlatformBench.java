package org.firebreak.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.intake.ImportView;
import org.firebreak.platform.intake.Imports;
import org.firebreak.platform.intake.Imports.ImportRequest;
import org.firebreak.platform.lifecycle.RunningPlatform;
import org.firebreak.platform.lifecycle.StartOptions;

/**
 * Measures the import and the first page of the line list on the real platform with its embedded
 * database.
 *
 * <pre>
 * firebreak bench platform [--cases 1000000]
 * </pre>
 *
 * Limits written down first: 100,000 line-list rows are 11 MB of text and about 60 MB written
 * (record, index, log); a page is 50 rows of one index range.
 */
public final class PlatformBench {

  private static final int WAIT_SECONDS = 1800;
  private static final int PAGE_RUNS = 200;

  private PlatformBench() {}

  /** Runs all measurements and prints them as CSV. */
  public static void main(String[] arguments) throws IOException {
    int cases = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
    Path folder = Files.createTempDirectory("firebreak-bench");
    System.out.println("measure,value,unit");
    try (RunningPlatform platform =
        RunningPlatform.start(
            StartOptions.onAnyPort(folder.resolve("data")), sentence -> {}, Map.of())) {
      Imports imports = platform.context().getBean(Imports.class);
      run(imports, "region", Synthetic.regions(folder));
      run(imports, "case", Synthetic.cases(folder, 100_000, 1));
      run(imports, "daily-count", Synthetic.counts(folder, 1_000_000, 1));
      run(imports, "case", Synthetic.cases(folder, cases, 2));
      firstPage(platform);
    } finally {
      delete(folder);
    }
  }

  private static void run(Imports imports, String standard, Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    ImportRequest request = new ImportRequest(standard, name, name, null, false, null, false);
    for (String turn : new String[] {"first", "again"}) {
      long start = System.nanoTime();
      try (InputStream content = Files.newInputStream(file)) {
        ImportView done =
            imports.await(imports.begin(request, content, Caller.SYSTEM).id(), WAIT_SECONDS);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
            "import %s %s (%d accepted; %d quarantined; %d unchanged),%.1f,s%n",
            name, turn, done.accepted(), done.quarantined(), done.unchanged(), seconds);
      }
    }
    System.out.printf(
        "heap committed after %s,%d,MB%n", name, Runtime.getRuntime().totalMemory() >> 20);
  }

  /** The first page of a caller who sees one district, and of one who sees all. */
  private static void firstPage(RunningPlatform platform) {
    FirstPage pages = new FirstPage(platform);
    report("first page one district", pages.time(Synthetic.district(7), PAGE_RUNS));
    report("first page everywhere", pages.time(null, PAGE_RUNS));
  }

  private static void report(String what, double[] millis) {
    Arrays.sort(millis);
    System.out.printf("%s p50,%.1f,ms%n", what, millis[millis.length / 2]);
    System.out.printf("%s p99,%.1f,ms%n", what, millis[millis.length * 99 / 100]);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
