package org.firebreak.genome.tree;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.firebreak.genome.Shared;
import org.firebreak.genome.align.Letters;
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
        int[] sites =
            fields[3].isEmpty()
                ? new int[0]
                : Arrays.stream(fields[3].split(",", -1))
                    .mapToInt(Simulated::site)
                    .sorted()
                    .toArray();
        tips.add(new Tip(fields[0], fields[1], fields[2], Sample.of(fields[0], sites)));
      }
    }
    return tips;
  }

  public List<Sample> samples() throws IOException {
    return tips().stream().map(Tip::sample).toList();
  }

  private static int site(String mutation) {
    int position = Integer.parseInt(mutation.substring(1, mutation.length() - 1)) - 1;
    return position << 4 | Letters.set((byte) mutation.charAt(mutation.length() - 1));
  }

  public Phylogeny tree(String file) throws IOException {
    return Newick.parse(file, Files.readString(folder.resolve(file)));
  }

  /** Clades (sets of names, hashed) above branches with a mutation. */
  public static Set<Long> clades(Phylogeny tree) {
    Map<String, Long> codes = new HashMap<>();
    int size = tree.size();
    long[] sums = new long[size];
    int[] counts = new int[size];
    int[] children = tree.childCounts();
    int leaves = 0;
    for (int i = size - 1; i >= 0; i--) {
      if (children[i] == 0 && !tree.names()[i].isEmpty()) {
        sums[i] = codes.computeIfAbsent(tree.names()[i], Simulated::code);
        counts[i] = 1;
        leaves++;
      }
      if (i > 0) {
        sums[tree.parent()[i]] += sums[i];
        counts[tree.parent()[i]] += counts[i];
      }
    }
    Set<Long> clades = new HashSet<>();
    for (int i = 1; i < size; i++) {
      if (children[i] > 0 && counts[i] > 1 && counts[i] < leaves && tree.length(i) > 0) {
        clades.add(sums[i]);
      }
    }
    return clades;
  }

  private static long code(String name) {
    long code = 1125899906842597L;
    for (int i = 0; i < name.length(); i++) {
      code = 31 * code + name.charAt(i);
    }
    code ^= code >>> 31;
    code *= 0x7fb5d329728ea185L;
    code ^= code >>> 27;
    return code * 0x81dadef4bc2dd44dL;
  }

  /** Number of clades that one tree has and the other has not. */
  public static int distance(Phylogeny a, Phylogeny b) {
    Set<Long> onlyA = clades(a);
    Set<Long> onlyB = clades(b);
    int before = onlyA.size();
    onlyA.removeAll(onlyB);
    return 2 * onlyA.size() + onlyB.size() - before;
  }
}
