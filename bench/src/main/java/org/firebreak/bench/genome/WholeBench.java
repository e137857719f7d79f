package org.firebreak.bench.genome;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.cli.genome.TreeCommand;
import picocli.CommandLine;

/** From FASTA to the dated tree with places and support, by the command. */
final class WholeBench {

  private final Path scratch;

  WholeBench(Path scratch) {
    this.scratch = scratch;
  }

  void run(int genomes) throws IOException {
    Path folder = Files.createDirectories(scratch.resolve("whole"));
    SimulatedGenomes.write(genomes, folder, 2);
    long size = Files.size(folder.resolve("genomes.fasta")) >> 20;
    String task = "%,d genomes (%d MB) from FASTA to dated tree".formatted(genomes, size);
    for (String support : List.of("0", "")) {
      StringWriter out = new StringWriter();
      CommandLine line = new CommandLine(new TreeCommand());
      line.setCaseInsensitiveEnumValuesAllowed(true);
      line.setOut(new PrintWriter(out));
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  "--reference",
                  folder.resolve("reference.fasta").toString(),
                  "--metadata",
                  folder.resolve("metadata.tsv").toString(),
                  "--out",
                  folder.resolve("out").toString(),
                  folder.resolve("genomes.fasta").toString()));
      if (!support.isEmpty()) {
        arguments.addAll(List.of("--support", support));
      }
      long cpu = Measure.processNanos();
      long wall = System.nanoTime();
      int status = line.execute(arguments.toArray(String[]::new));
      double seconds = (System.nanoTime() - wall) / 1e9;
      double used = (Measure.processNanos() - cpu) / 1e9;
      List<String> rows = out.toString().lines().toList();
      String result = rows.isEmpty() ? "" : rows.getLast().replace('\t', ' ');
      Table.print(
          task + (support.isEmpty() ? " with support of clades" : ""),
          "Firebreak",
          Table.seconds(used),
          "",
          "%.1f s by the clock, status %d: %s".formatted(seconds, status, result));
    }
  }
}
