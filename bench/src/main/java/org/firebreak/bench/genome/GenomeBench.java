package org.firebreak.bench.genome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Alignment, trees, likelihood, clocks and placement side by side with the programs of the field
 * that are installed (minimap2, MAFFT, IQ-TREE, FastTree, TreeTime), in one run, as CPU time on one
 * core. What is not installed is named as not run; figures of UShER, which cannot be installed
 * here, are quoted.
 *
 * <pre>
 * GenomeBench SHARED [variants] [trees] [likelihood] [clock] [place] [whole] [slow]
 * </pre>
 *
 * SHARED is the folder with the public data and their truth; without further words all parts but
 * the slow ones (FastTree; IQ-TREE on 1,000 tips) run.
 */
public final class GenomeBench {

  private GenomeBench() {}

  /**
   * Files of the shared folder.
   *
   * @param folder gold/genome/data
   */
  record Data(Path folder, Path reference, Path annotation, Path clades) {

    static Data of(Path shared) {
      Path folder = shared.resolve("gold/genome/data");
      return new Data(
          folder,
          folder.resolve("ref/reference_MN908947.3.fasta"),
          shared.resolve("data/genomes/genome_annotation_orfs.gff3"),
          folder.resolve("ref/nextstrain_clades.tsv"));
    }
  }

  /** Runs the parts asked for and prints one table. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      System.err.println(
          "Usage: GenomeBench SHARED [variants] [trees] [likelihood] [clock] [place] [whole] [slow]");
      System.exit(2);
    }
    Data data = Data.of(Path.of(arguments[0]).toAbsolutePath());
    Set<String> parts = new TreeSet<>(List.of(arguments).subList(1, arguments.length));
    boolean slow = parts.remove("slow");
    if (parts.isEmpty()) {
      parts.addAll(List.of("variants", "trees", "likelihood", "clock", "place", "whole"));
    }
    Path scratch = Files.createTempDirectory("firebreak-genome-bench");
    Table.header();
    try {
      for (String part : List.of("variants", "trees", "likelihood", "clock", "place", "whole")) {
        if (parts.contains(part)) {
          run(part, data, scratch, slow);
        }
      }
    } finally {
      delete(scratch);
    }
  }

  private static void run(String part, Data data, Path scratch, boolean slow) throws IOException {
    switch (part) {
      case "variants" -> {
        VariantsBench bench = new VariantsBench(data, scratch);
        Path sets = data.folder().resolve("sars2_variants");
        bench.run("first wave", sets.resolve("genomes.fasta.gz"));
        bench.run("Alpha, EU1, Delta", sets.resolve("later_genomes.fasta"));
      }
      case "trees" -> new TreesBench(data, scratch).run(slow);
      case "likelihood" -> new LikelihoodBench(data, scratch).run(slow);
      case "clock" -> new ClockBench(data, scratch).run();
      case "place" -> new PlacementBench(data).run();
      case "whole" -> new WholeBench(scratch).run(10_000);
      default -> throw new IllegalArgumentException("No part " + part);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
