package org.firebreak.genome.tree;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.firebreak.genome.Shared;
import org.firebreak.genome.format.Newick;

/** The simulated outbreaks with their true trees, and how far a tree is from the truth. */
public final class Simulated {

  private final Path folder;

  public Simulated(int tips) {
    this.folder = Shared.path("gold/genome/data/sim_outbreak_" + tips);
  }

  /** One row of tips.tsv. */
  public record Tip(String name, String date, String place, Sample sample) {}

  public List<Tip> tips() throws IOException {
    List<Tip> tips = new ArrayList<>();
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
        Sample sample = Sample.ofMutations(fields[0], mutations);
        tips.add(new Tip(fields[0], fields[1], fields[2], sample));
      }
    }
    return tips;
  }

  public List<Sample> samples() throws IOException {
    return tips().stream().map(Tip::sample).toList();
  }

  public Phylogeny tree(String file) throws IOException {
    return Newick.parse(file, Files.readString(folder.resolve(file)));
  }

  /** Number of clades that one tree has and the other has not. */
  public static int distance(Phylogeny a, Phylogeny b) {
    return CladeDistance.between(a, 0, b, 0).total();
  }
}
