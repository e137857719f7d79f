package org.firebreak.bench.genome;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.cli.genome.ClockCommand;
import picocli.CommandLine;

/** Rate and root date against TreeTime, the whole command each. */
final class ClockBench {

  private static final Pattern RATE = Pattern.compile("--rate:\\s*([\\d.e+-]+)");
  private static final Pattern ROOT = Pattern.compile("root.date[^\\d]*(\\d{3,4}\\.\\d+)");

  private final Path folder;
  private final Path scratch;

  ClockBench(GenomeBench.Data data, Path scratch) {
    this.folder = data.folder().resolve("treetime");
    this.scratch = scratch;
  }

  void run() throws IOException {
    run("h3n2_na_20", 1409);
    run("zika", 10_807);
  }

  private void run(String set, int sites) throws IOException {
    Path tree = folder.resolve(set + ".nwk");
    Path table = folder.resolve(set + ".metadata.csv");
    String task = "clock, " + set;
    Measure<String> squares = Measure.of(9, () -> ours(tree, table, sites, "none"));
    Table.own(task, squares, row(squares.result(), 1));
    Measure<String> dates = Measure.of(3, () -> ours(tree, table, sites, "strict"));
    Table.own(task + ", dates of all nodes", dates, row(dates.result(), 2));
    Optional<Peer.Run> run =
        Peer.run(
            scratch,
            List.of(
                "treetime",
                "clock",
                "--tree",
                tree.toString(),
                "--dates",
                table.toString(),
                "--sequence-length",
                Integer.toString(sites),
                "--outdir",
                scratch.resolve("treetime-" + set).toString()));
    if (run.isPresent()) {
      String text = Files.readString(run.get().out());
      String result = "rate " + first(RATE, text) + ", root " + first(ROOT, text);
      Table.peer(task, "TreeTime clock", run.get().cpuSeconds(), squares, result);
    }
  }

  private static String ours(Path tree, Path table, int sites, String clock) {
    StringWriter out = new StringWriter();
    CommandLine line = new CommandLine(new ClockCommand());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(out));
    line.execute(
        "--metadata",
        table.toString(),
        "--sites",
        Integer.toString(sites),
        "--clock",
        clock,
        tree.toString());
    return out.toString();
  }

  private static String row(String output, int number) {
    List<String> lines = output.lines().toList();
    String[] cells = lines.get(Math.min(number, lines.size() - 1)).split("\t", -1);
    return "%s: rate %s (%s to %s), root %s (%s to %s)"
        .formatted(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]);
  }

  private static String first(Pattern pattern, String text) {
    Matcher match = pattern.matcher(text);
    if (!match.find()) {
      return "?";
    }
    return match.group(1);
  }
}
