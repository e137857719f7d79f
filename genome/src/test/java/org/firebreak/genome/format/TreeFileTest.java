package org.firebreak.genome.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.Shared;
import org.firebreak.genome.tree.MutationTree;
import org.firebreak.genome.tree.Simulated;
import org.firebreak.genome.tree.TreeBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tree goes through every format and comes back; damaged files are refused. */
class TreeFileTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void aMutationTreeComesBackFromUshersFormat() throws IOException {
    AnnotatedTree tree = tree();
    for (String name : List.of("tree.pb", "tree.pb.gz")) {
      MatFile.write(tree, "ref", folder.resolve(name));
      assertSame(tree, TreeFile.read(folder.resolve(name)));
    }
  }

  @Test
  void aMutationTreeComesBackFromTaxonium() throws IOException {
    AnnotatedTree tree = tree();
    Path file = folder.resolve("tree.jsonl");
    try (Writer out = Files.newBufferedWriter(file)) {
      TaxoniumFile.write(tree, "made", out);
    }
    AnnotatedTree again = TreeFile.read(file);
    assertEquals(tree.phylogeny().size(), again.phylogeny().size());
    assertEquals(0, Simulated.distance(tree.phylogeny(), again.phylogeny()), "the same clades");
    assertEquals(score(tree), score(again));
  }

  @Test
  void aMutationTreeComesBackFromAuspice() throws IOException {
    AnnotatedTree tree = tree();
    Path file = folder.resolve("tree.json");
    try (Writer out = Files.newBufferedWriter(file)) {
      AuspiceWriter.write(tree, "made", LocalDate.of(2020, 5, 1), List.of(), out);
    }
    assertSame(tree, TreeFile.read(file));
  }

  @Test
  void newickAndNexusKeepTheTopology() throws IOException {
    AnnotatedTree tree = tree();
    Path newick = folder.resolve("tree.nwk");
    Files.writeString(newick, Newick.write(tree.phylogeny()));
    Path nexus = folder.resolve("tree.nexus");
    Files.writeString(nexus, Nexus.write(tree));
    for (Path file : List.of(newick, nexus)) {
      AnnotatedTree again = TreeFile.read(file);
      assertArrayEquals(tree.phylogeny().parent(), again.phylogeny().parent());
      assertArrayEquals(tree.phylogeny().names(), again.phylogeny().names());
    }
  }

  @Test
  void nexusNamesAreTranslated() {
    String text =
        "#NEXUS\nbegin trees;\n translate 1 Alpha, 2 'B b';\n tree one = [&R] (1:1,2:2);\nend;\n";
    assertArrayEquals(new String[] {"", "Alpha", "B b"}, Nexus.parse("t.nexus", text).names());
  }

  @Test
  void condensedNodesBecomeTheirSamples() throws IOException {
    // Newick (a,c_2); condensed c_2 = x, y; no mutations.
    byte[] newick = "(a,c_2);".getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[64];
    int n = 0;
    bytes[n++] = 10;
    bytes[n++] = (byte) newick.length;
    System.arraycopy(newick, 0, bytes, n, newick.length);
    n += newick.length;
    for (int i = 0; i < 3; i++) {
      bytes[n++] = 18;
      bytes[n++] = 0;
    }
    byte[] condensed = {26, 11, 10, 3, 'c', '_', '2', 18, 1, 'x', 18, 1, 'y'};
    System.arraycopy(condensed, 0, bytes, n, condensed.length);
    n += condensed.length;
    Path file = folder.resolve("condensed.pb");
    Files.write(file, Arrays.copyOf(bytes, n));
    assertArrayEquals(new String[] {"", "a", "x", "y"}, MatFile.read(file).phylogeny().names());
  }

  @Test
  void theZikaTreeOfAuspiceReplaysItsMutations() {
    AnnotatedTree tree = TreeFile.read(Shared.path("gold/genome/data/auspice_zika/tree.json.gz"));
    assertEquals(403, tree.phylogeny().leaves().length);
    assertTrue(tree.traits().containsKey("clade_membership"));
    assertTrue(score(tree) > 9000, "mutations " + score(tree));
  }

  @Test
  void damagedFilesAreRefused() throws IOException {
    Path file = folder.resolve("bad");
    for (String text :
        List.of(
            "", "{\"version\":\"v2\",\"tree\":{\"name\":\"a\"", "{\"x\":1}", "no tree at all")) {
      Files.writeString(file, text);
      DataException refusal = assertThrows(DataException.class, () -> TreeFile.read(file), text);
      assertTrue(String.valueOf(refusal.getMessage()).contains("bad"));
    }
    MatFile.write(tree(), "ref", file);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 7));
    assertThrows(DataException.class, () -> TreeFile.read(file));
  }

  private static AnnotatedTree tree() throws IOException {
    byte[] reference = Shared.reference().bases();
    MutationTree tree = TreeBuilder.build(reference, new Simulated(100).samples(), 5);
    AnnotatedTree bare = AnnotatedTree.of(tree, reference);
    double[] dates = bare.dates();
    Arrays.setAll(dates, i -> 2020 + i / 64.0);
    String[] places = new String[dates.length];
    Arrays.setAll(places, i -> "place " + i % 3);
    return bare.with(
        dates, bare.dateIntervals(), Map.of("country", AnnotatedTree.Trait.of(places)));
  }

  private static int score(AnnotatedTree tree) {
    return Arrays.stream(tree.mutations()).mapToInt(branch -> branch.length).sum();
  }

  private static void assertSame(AnnotatedTree expected, AnnotatedTree found) {
    assertArrayEquals(expected.phylogeny().parent(), found.phylogeny().parent());
    assertArrayEquals(expected.phylogeny().names(), found.phylogeny().names());
    for (int i = 0; i < expected.mutations().length; i++) {
      assertArrayEquals(expected.mutations()[i], found.mutations()[i]);
    }
  }
}
