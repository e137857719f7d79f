package org.firebreak.bench.genome;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.firebreak.genome.format.Newick;
import org.firebreak.genome.tree.Mutation;
import org.firebreak.genome.tree.Phylogeny;
import org.firebreak.genome.tree.Sample;

/** A simulated outbreak with its true tree. */
record Outbreak(Path folder, List<Sample> samples) {

  static Outbreak read(GenomeBench.Data data, int tips) throws IOException {
    Path folder = data.folder().resolve("sim_outbreak_" + tips);
    List<Sample> samples = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve("tips.tsv.gz"))),
                StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] fields = line.split("\t", -1);
        List<String> mutations =
            fields[3].isEmpty() ? List.of() : List.of(fields[3].split(",", -1));
        samples.add(Sample.ofMutations(fields[0], mutations));
      }
    }
    return new Outbreak(folder, samples);
  }

  Phylogeny tree(String file) throws IOException {
    return Newick.parse(file, Files.readString(folder.resolve(file)));
  }

  /** Writes the genomes and the reference, named {@code reference}, as an alignment. */
  Path writeAlignment(byte[] reference, Path scratch) throws IOException {
    Path file = scratch.resolve(folder.getFileName() + ".fasta");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(">reference\n" + new String(reference, StandardCharsets.US_ASCII) + "\n");
      for (Sample sample : samples) {
        byte[] row = reference.clone();
        for (int site : sample.sites()) {
          int base = Integer.numberOfTrailingZeros(Sample.set(site));
          row[Sample.position(site)] = (byte) Mutation.letter(base);
        }
        out.write(">" + sample.name() + "\n" + new String(row, StandardCharsets.US_ASCII) + "\n");
      }
    }
    return file;
  }

  /** A peer's tree, rooted at the reference, which is then left out. */
  static Phylogeny rooted(Phylogeny unrooted) {
    int at = Arrays.asList(unrooted.names()).indexOf("reference");
    return unrooted.rerooted(at, 1);
  }
}
