package org.firebreak.genome.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.sequence.FastaProblem;
import org.firebreak.genome.variant.GenomeVariants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Genomes from their letters into a tree that grows, is saved, and loaded. */
class GrowingTreeTest {

  private static final int LENGTH = 4000;

  @TempDir Path folder;

  private final Random random = new Random(11);
  private final Reference reference = new Reference("made", letters(), List.of());
  private final GenomeAnalyser analyser = new GenomeAnalyser(reference, Optional.empty());

  private byte[] letters() {
    byte[] bases = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      bases[i] = (byte) "ACGT".charAt(random.nextInt(4));
    }
    return bases;
  }

  private byte[] mutated(byte[] from, int count) {
    byte[] bases = from.clone();
    for (int k = 0; k < count; k++) {
      int position = random.nextInt(100, LENGTH - 100);
      bases[position] = (byte) (bases[position] == 'A' ? 'C' : 'A');
    }
    return bases;
  }

  /** An outbreak: each genome is an earlier one with up to two mutations. */
  private List<GenomeVariants> outbreak(int size) {
    List<byte[]> genomes = new ArrayList<>();
    StringBuilder fasta = new StringBuilder();
    for (int i = 0; i < size; i++) {
      byte[] from = i == 0 ? reference.bases() : genomes.get(random.nextInt(i));
      genomes.add(mutated(from, random.nextInt(3)));
      fasta.append(">g").append(i).append('\n').append(text(genomes.get(i))).append('\n');
    }
    List<GenomeVariants> variants = new ArrayList<>();
    List<FastaProblem> problems = new ArrayList<>();
    analyser.analyseAll(
        "upload",
        stream(fasta.toString()),
        10_000,
        one -> variants.add(one.variants()),
        problems::add);
    assertEquals(List.of(), problems);
    return variants;
  }

  private static String text(byte[] bases) {
    return new String(bases, StandardCharsets.ISO_8859_1);
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aTreeGrowsAndComesBackFromItsFile() {
    List<GenomeVariants> genomes = outbreak(150);
    GrowingTree tree = GrowingTree.empty(reference, GrowingTree.Mask.NONE);
    for (int i = 0; i < 150; i++) {
      GenomeVariants one = genomes.get(i);
      GrowingTree.Place expected = tree.find("g" + i, one.nucleotides(), 4);
      GrowingTree.Place place = tree.add("g" + i, one.nucleotides(), 4);
      assertEquals(expected.mutations(), place.mutations());
      assertEquals(
          expected.nearest().stream().map(GrowingTree.Neighbour::mutations).toList(),
          place.nearest().stream().map(GrowingTree.Neighbour::mutations).toList());
      for (GrowingTree.Neighbour near : place.nearest()) {
        assertEquals(near.mutations(), tree.distance("g" + i, near.name()));
      }
    }
    assertTrue(tree.improve(10) <= tree.score());
    Path file = folder.resolve("tree.pb.gz");
    tree.save(file);
    GrowingTree loaded = GrowingTree.load(reference, GrowingTree.Mask.NONE, file);
    assertEquals(150, loaded.size());
    assertEquals(tree.score(), loaded.score());
    assertEquals(tree.score(), loaded.improve(10), "a loaded tree keeps its genomes");
    GenomeVariants twin = genomes.get(77);
    GrowingTree.Place place = loaded.find("twin", twin.nucleotides(), 1);
    assertEquals(List.of(), place.mutations());
    assertEquals(0, place.nearest().getFirst().mutations());
  }

  @Test
  void genomesAreTakenOutAgain() {
    List<GenomeVariants> genomes = outbreak(60);
    GrowingTree tree = GrowingTree.empty(reference, GrowingTree.Mask.NONE);
    genomes.forEach(one -> tree.add(one.name(), one.nucleotides(), 0));
    DataException twice =
        assertThrows(DataException.class, () -> tree.add("g5", genomes.get(5).nucleotides(), 0));
    assertTrue(String.valueOf(twice.getMessage()).contains("g5"));
    genomes.forEach(one -> assertTrue(tree.remove(one.name())));
    assertFalse(tree.remove("g5"));
    assertEquals(0, tree.size());
    assertEquals(0, tree.score());
    assertEquals(1, tree.snapshot().phylogeny().size());
  }

  @Test
  void badRecordsAreToldOfAndTheOthersGoOn() {
    byte[] bases = reference.bases();
    String good = text(mutated(bases, 3));
    String foreign = text(letters());
    StringBuilder reversed = new StringBuilder();
    for (int i = LENGTH - 1; i >= 0; i--) {
      reversed.append("TGCA".charAt("ACGT".indexOf(bases[i])));
    }
    String fasta =
        String.join(
            "\n",
            ">good1",
            good,
            ">protein",
            "MFVFLVLLPLVSSQ",
            ">reversed",
            reversed,
            ">foreign",
            foreign,
            ">short",
            good.substring(0, 1000),
            ">unknown",
            "N".repeat(LENGTH),
            ">good2",
            good,
            ">empty",
            "");
    List<String> names = new ArrayList<>();
    List<FastaProblem> problems = new ArrayList<>();
    analyser.analyseAll(
        "upload", stream(fasta), 10_000, one -> names.add(one.record().id()), problems::add);
    assertEquals(List.of("good1", "good2"), names);
    assertEquals(
        List.of(
            "letter-wrong 4 protein",
            "genome-reversed 5 reversed",
            "genome-foreign 7 foreign",
            "genome-truncated 9 short",
            "genome-unknown 11 unknown",
            "sequence-empty 15 empty"),
        problems.stream().map(p -> p.code() + " " + p.line() + " " + p.id()).toList());
  }

  @Test
  void whatAGenomeShowsAndDoesNotTellIsText() {
    byte[] bases = reference.bases().clone();
    bases[499] = (byte) (bases[499] == 'A' ? 'C' : 'A');
    Arrays.fill(bases, 1000, 1010, (byte) 'N');
    String fasta = ">one\n" + text(bases) + "\n";
    analyser.analyseAll(
        "upload",
        stream(fasta),
        10_000,
        one -> {
          String expected = "" + (char) reference.bases()[499] + 500 + (char) bases[499];
          assertEquals(List.of(expected), analyser.mutations(one.variants()));
          assertEquals(List.of("1001-1010"), analyser.unknown(one.variants()));
        },
        problem -> assertEquals("", problem.message()));
  }
}
