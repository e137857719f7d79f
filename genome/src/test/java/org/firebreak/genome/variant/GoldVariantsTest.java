package org.firebreak.genome.variant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.firebreak.genome.Shared;
import org.firebreak.genome.align.Acceptance;
import org.firebreak.genome.align.Aligners;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.clade.CladeTable;
import org.firebreak.genome.sequence.FastaReader;
import org.firebreak.genome.sequence.FastaRecord;
import org.junit.jupiter.api.Test;

/** Calls on real genomes against those on which Nextclade, MAFFT and minimap2 agree. */
class GoldVariantsTest {

  private static final int CORE_START = 56;
  private static final int CORE_END = 29797;

  @Test
  void substitutionsOfTheFirstWaveAreThoseOfThreeTools() throws IOException {
    Path data = Shared.path("gold/genome/data/sars2_variants");
    Map<String, GenomeVariants> calls = call(data.resolve("genomes.fasta.gz"));
    int checked = 0;
    int sameClade = 0;
    for (Map<String, String> row : table(data.resolve("truth_substitutions.tsv"))) {
      GenomeVariants found = Objects.requireNonNull(calls.get(row.getOrDefault("strain", "")));
      if (!"1".equals(row.getOrDefault("core_consensus_3tools", ""))) {
        continue;
      }
      checked++;
      assertEquals(
          row.getOrDefault("core_substitutions_56_29797", ""),
          core(found),
          row.getOrDefault("strain", ""));
      if (found.nucleotides().deletions().length == 0) {
        assertEquals(
            set(row.getOrDefault("aa_substitutions", "")),
            acids(found),
            row.getOrDefault("strain", ""));
      }
      String clade = found.clade().map(CladeTable.Clade::name).orElse("");
      sameClade += row.getOrDefault("clade_nextclade0.14.4", "").equals(clade) ? 1 : 0;
    }
    assertEquals(297, checked);
    // Nextclade takes the clade of the nearest node of its tree; a table cannot always agree.
    assertTrue(sameClade >= 285, sameClade + " clades agree");
  }

  @Test
  void laterGenomesHaveTheDeletionsOfMafftAndMinimap() throws IOException {
    Path data = Shared.path("gold/genome/data/sars2_variants");
    Map<String, GenomeVariants> calls = call(data.resolve("later_genomes.fasta"));
    for (Map<String, String> row : table(data.resolve("later_variants_truth.tsv"))) {
      GenomeVariants found = Objects.requireNonNull(calls.get(row.getOrDefault("strain", "")));
      assertEquals(row.getOrDefault("core_mafft", ""), core(found), row.getOrDefault("strain", ""));
      String deletions = VariantText.ranges(found.nucleotides().deletions());
      assertEquals(
          row.getOrDefault("deletions_mafft", ""), deletions, row.getOrDefault("strain", ""));
      assertEquals("", VariantText.insertions(found.nucleotides().insertions()));
      Set<String> acids = acids(found);
      // The older Nextclade moves the deletion at 28271 into N's start codon, hence its M1X.
      Set<String> expected = set(row.getOrDefault("aaSubstitutions", ""));
      expected.remove("N:M1X");
      assertEquals(expected, acids, row.getOrDefault("strain", ""));
      assertEquals(
          set(row.getOrDefault("aaDeletions", "")),
          found.aminoAcids().deletions().stream()
              .map(AminoAcids.Change::toString)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  private static String core(GenomeVariants variants) {
    Reference reference = Shared.reference();
    return Arrays.stream(variants.nucleotides().substitutions())
        .filter(packed -> Nucleotides.position(packed) + 1 >= CORE_START)
        .filter(packed -> Nucleotides.position(packed) + 1 <= CORE_END)
        .mapToObj(packed -> VariantText.substitution(packed, reference.bases()))
        .collect(Collectors.joining(","));
  }

  private static Set<String> acids(GenomeVariants variants) {
    return variants.aminoAcids().substitutions().stream()
        .map(AminoAcids.Change::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> set(String list) {
    return list.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(list.split(",")));
  }

  private static Map<String, GenomeVariants> call(Path fasta) throws IOException {
    Aligners aligners = new Aligners(Shared.reference(), Acceptance.DEFAULT);
    CladeTable clades =
        CladeTable.parse(
            "clades.tsv",
            Files.readAllLines(Shared.path("gold/genome/data/ref/nextstrain_clades.tsv")));
    VariantCaller caller = new VariantCaller(aligners, Optional.of(clades), Quality.Rules.DEFAULT);
    Map<String, GenomeVariants> calls = new HashMap<>();
    try (FastaReader reader = FastaReader.open(fasta, problem -> {})) {
      for (Optional<FastaRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        calls.put(next.get().id(), caller.call(next.get()));
      }
    }
    return calls;
  }

  private static List<Map<String, String>> table(Path path) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(path)) {
      String[] header = lines.readLine().split("\t", -1);
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] fields = line.split("\t", -1);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < header.length; i++) {
          row.put(header[i], fields[i]);
        }
        rows.add(row);
      }
      return rows;
    }
  }
}
