package org.firebreak.cli.genome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.genome.format.AnnotatedTree;
import org.firebreak.genome.format.TreeFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands tree, place and clock from files to files. */
class TreeCommandsTest {

  private static final int SIZE = 40;
  private static final List<String> FORMATS = List.of("nwk", "nexus", "pb", "jsonl", "json");

  @TempDir private Path folder = Path.of("");
  private final MadeOutbreak outbreak = new MadeOutbreak(SIZE);
  private Path reference = Path.of("");
  private Path genomes = Path.of("");
  private Path metadata = Path.of("");

  @BeforeEach
  void writeFiles() throws IOException {
    reference = outbreak.writeReference(folder);
    genomes = outbreak.writeGenomes(folder);
    metadata = outbreak.writeMetadata(folder);
  }

  private CommandRun tree(Path out, Object... more) {
    Object[] all = new Object[more.length + 6];
    System.arraycopy(
        new Object[] {"--reference", reference, "--out", out, "--mask-end", "60"}, 0, all, 0, 6);
    System.arraycopy(more, 0, all, 6, more.length);
    return CommandRun.of(new TreeCommand(), all);
  }

  private static Set<String> tips(AnnotatedTree tree) {
    Set<String> names = new TreeSet<>();
    Arrays.stream(tree.phylogeny().leaves()).forEach(i -> names.add(tree.phylogeny().names()[i]));
    return names;
  }

  private static int mutations(AnnotatedTree tree) {
    return Arrays.stream(tree.mutations()).mapToInt(branch -> branch.length).sum();
  }

  @Test
  void aTreeWithDatesPlacesAndSupportInEveryFormat() throws IOException {
    Path out = folder.resolve("out");
    CommandRun run = tree(out, "--metadata", metadata, genomes);
    assertEquals(0, run.status(), run.err());
    assertEquals("40", run.cell(1, "genomes"));
    assertEquals("strict", run.cell(1, "clock"));
    assertEquals("Old Town", run.cell(1, "root_place"));
    // One in truth; half of a town's cases may be drawn twice where the tree is unresolved.
    int introductions = Integer.parseInt(run.cell(1, "introductions"));
    assertTrue(introductions >= 1 && introductions <= 3, run.out().get(1));
    assertTrue(Integer.parseInt(run.cell(1, "clades")) > 5, run.out().get(1));
    LocalDate low = LocalDate.parse(run.cell(1, "root_low"));
    LocalDate high = LocalDate.parse(run.cell(1, "root_high"));
    assertFalse(MadeOutbreak.FIRST.isBefore(low) || MadeOutbreak.FIRST.isAfter(high.plusDays(1)));
    AnnotatedTree json = TreeFile.read(out.resolve("tree.json"));
    int parsimony = Integer.parseInt(run.cell(1, "parsimony"));
    for (String format : FORMATS) {
      AnnotatedTree tree = TreeFile.read(out.resolve("tree." + format));
      assertEquals(tips(json), tips(tree), format);
      assertEquals(SIZE, tips(tree).size(), format);
      if (!format.startsWith("n")) {
        assertEquals(parsimony, mutations(tree), format);
      }
    }
    assertTrue(json.traits().keySet().containsAll(Set.of("location", "support")));
    assertTrue(Files.readString(out.resolve("tree.nexus")).contains("support="));
    List<String> nodes = Files.readAllLines(out.resolve("nodes.tsv"));
    List<String> columns = List.of(nodes.getFirst().split("\t", -1));
    int supported = 0;
    int placed = 0;
    for (String row : nodes.subList(1, nodes.size())) {
      String[] cells = row.split("\t", -1);
      assertEquals(columns.size(), cells.length);
      supported += cells[columns.indexOf("support")].isEmpty() ? 0 : 1;
      placed += cells[columns.indexOf("equally_good_places")].isEmpty() ? 0 : 1;
    }
    assertEquals(Integer.parseInt(run.cell(1, "clades")), supported);
    assertEquals(SIZE, placed);
  }

  @Test
  void clocksLikelihoodAndSupportAreChosen() throws IOException {
    Path relaxed = folder.resolve("relaxed");
    CommandRun run = tree(relaxed, "--metadata", metadata, "--clock", "relaxed", genomes);
    assertEquals("relaxed", run.cell(1, "clock"), run.err());
    assertTrue(
        Files.readAllLines(relaxed.resolve("clock.tsv")).get(2).startsWith("maximum-likelihood"));
    Path likely = folder.resolve("likely");
    for (String model : List.of("jc", "hky", "gtr")) {
      CommandRun ml =
          tree(likely, "--clock", "none", "--support", 0, "--likelihood", model, genomes);
      assertEquals(0, ml.status(), ml.err());
      assertEquals("none", ml.cell(1, "clock"));
      assertEquals("", ml.cell(1, "clades"));
      assertEquals(SIZE, TreeFile.read(likely.resolve("tree.ml.nwk")).phylogeny().leaves().length);
      String[] row = Files.readAllLines(likely.resolve("likelihood.tsv")).get(1).split("\t", -1);
      assertTrue(row[0].equalsIgnoreCase(model) && Double.parseDouble(row[1]) < -4000, row[1]);
    }
  }

  @Test
  void badGenomesAndMetadataAreToldOf() throws IOException {
    Path more =
        Files.writeString(
            folder.resolve("more.fasta"),
            ">c3\n" + outbreak.genome(3) + "\n>alien\n" + outbreak.stranger() + "\n>x\nACGJ\n");
    String table = Files.readString(metadata).replaceFirst("c5\t[^\t]+", "c5\t31/02/2021");
    Path odd = Files.writeString(folder.resolve("odd.tsv"), table);
    CommandRun run = tree(folder.resolve("out"), "--metadata", odd, genomes, more);
    assertEquals(0, run.status(), run.err());
    assertEquals("40", run.cell(1, "genomes"));
    assertEquals("3", run.cell(1, "left_out"));
    for (String sentence :
        List.of(
            more + ", line 1, record 1 (c3): has the name of an earlier record",
            more + ", line 3, record 2 (alien): does not align",
            more + ", line 6, record 3 (x): 'J' is not a nucleotide letter",
            odd + ", line 7")) {
      assertTrue(run.err().contains(sentence), sentence + " in " + run.err());
    }
    Path nameless = Files.writeString(folder.resolve("nameless.tsv"), "when\twhere\n2020\tx\n");
    CommandRun refused = tree(folder.resolve("out"), "--metadata", nameless, genomes);
    assertEquals(2, refused.status());
    assertTrue(refused.err().contains("no column for the name"), refused.err());
    Path none = Files.writeString(folder.resolve("none.fasta"), ">alien\n" + outbreak.stranger());
    assertEquals(2, tree(folder.resolve("out"), none).status());
    assertEquals(2, tree(folder.resolve("out"), "--rounds", -1, genomes).status());
  }

  @Test
  void genomesArePlacedWhereTheyCameFrom() throws IOException {
    Path out = folder.resolve("out");
    assertEquals(0, tree(out, "--clock", "none", genomes).status());
    byte[] child = outbreak.genome(20).getBytes(StandardCharsets.US_ASCII);
    MadeOutbreak.change(child, 1500);
    Path fresh =
        Files.writeString(
            folder.resolve("fresh.fasta"),
            ">same\n" + outbreak.genome(20) + "\n>child\n" + MadeOutbreak.text(child) + "\n");
    for (String format : List.of("pb", "json", "jsonl")) {
      CommandRun run =
          CommandRun.of(
              new PlaceCommand(),
              "--reference",
              reference,
              "--mask-end",
              "60",
              out.resolve("tree." + format),
              fresh);
      assertEquals(0, run.status(), run.err());
      assertEquals("0", run.cell(1, "new_mutations"));
      assertEquals("1", run.cell(2, "new_mutations"));
      assertEquals("1", run.cell(2, "equally_good_places"));
      assertTrue(run.cell(2, "mutations").matches("[ACGT]1501[ACGT]"), run.cell(2, "mutations"));
      assertEquals(run.cell(1, "node"), run.cell(2, "node"));
    }
    CommandRun alone =
        CommandRun.of(
            new PlaceCommand(), "--json", "--mask-end", "60", out.resolve("tree.json"), fresh);
    assertEquals(2, alone.out().size(), "Auspice holds its root sequence: " + alone.err());
    for (String name : List.of("more.pb.gz", "more.json", "more.jsonl", "more.nexus", "more.nwk")) {
      Path written = folder.resolve(name);
      CommandRun run =
          CommandRun.of(
              new PlaceCommand(),
              "--reference",
              reference,
              "--write",
              written,
              out.resolve("tree.pb"),
              fresh);
      assertEquals(0, run.status(), run.err());
      assertEquals(SIZE + 2, tips(TreeFile.read(written)).size(), name);
    }
  }

  @Test
  void privateMutationsAndCladesComeFromTheTree() throws IOException {
    Path out = folder.resolve("out");
    assertEquals(0, tree(out, "--clock", "none", genomes).status());
    byte[] odd = outbreak.genome(20).getBytes(StandardCharsets.US_ASCII);
    for (int k = 0; k < 20; k++) {
      MadeOutbreak.change(odd, 400 + 100 * k);
    }
    Path fresh =
        Files.writeString(
            folder.resolve("fresh.fasta"),
            ">same\n" + outbreak.genome(20) + "\n>odd\n" + MadeOutbreak.text(odd) + "\n");
    // The clade of one inner node, named as Auspice does.
    String auspice = Files.readString(out.resolve("tree.json"));
    Path named =
        Files.writeString(
            folder.resolve("named.json"),
            auspice.replaceFirst(
                "\"node_attrs\":\\{",
                "\"node_attrs\":{\"clade_membership\":{\"value\":\"first\"},"));
    CommandRun run =
        CommandRun.of(
            new VariantsCommand(),
            "--reference",
            reference,
            "--mask-end",
            "60",
            "--tree",
            named,
            fresh);
    assertEquals(0, run.status(), run.err());
    assertEquals("0", run.cell(1, "qc.privateMutations.total"));
    assertEquals("good", run.cell(1, "qc.privateMutations.status"));
    assertEquals("first", run.cell(1, "clade"));
    assertEquals("20", run.cell(2, "qc.privateMutations.total"));
    // Nextclade: (20 - 8) / 24.
    assertEquals("50", run.cell(2, "qc.privateMutations.score"));
    assertEquals("mediocre", run.cell(2, "qc.privateMutations.status"));
    CommandRun without =
        CommandRun.of(
            new VariantsCommand(),
            "--reference",
            reference,
            "--tree",
            out.resolve("tree.nwk"),
            fresh);
    assertEquals(2, without.status());
    assertTrue(without.err().contains("carry no mutations"), without.err());
  }

  @Test
  void malformedTreesAreRefusedWithTheirPlace() throws IOException {
    Path out = folder.resolve("out");
    assertEquals(0, tree(out, "--clock", "none", genomes).status());
    byte[] whole = Files.readAllBytes(out.resolve("tree.pb"));
    Path cut = Files.write(folder.resolve("cut.pb"), Arrays.copyOf(whole, whole.length / 2));
    List<String> lines = Files.readAllLines(out.resolve("tree.jsonl"));
    Path half =
        Files.writeString(
            folder.resolve("half.jsonl"),
            lines.get(0) + "\n" + lines.get(1) + "\n" + lines.get(2).substring(0, 20) + "\n");
    String auspice = Files.readString(out.resolve("tree.json"));
    refuses(Files.writeString(folder.resolve("a.nwk"), "((A,B)\n,(C;"), "line 2, column 4");
    refuses(Files.writeString(folder.resolve("b.nwk"), ""), "is empty");
    refuses(cut, "not a mutation-annotated tree");
    refuses(half, "line 3");
    refuses(
        Files.writeString(folder.resolve("c.json"), auspice.substring(0, auspice.length() / 2)),
        "line 1, column");
    refuses(folder.resolve("none.pb"), "no such file");
    refuses(out.resolve("tree.nwk"), "carry no mutations");
    Path small = Files.writeString(folder.resolve("small.fa"), ">r\n" + "ACGTTGCA".repeat(30));
    CommandRun other =
        CommandRun.of(new PlaceCommand(), "--reference", small, out.resolve("tree.pb"), genomes);
    assertEquals(2, other.status());
    assertTrue(other.err().contains("but the reference r has 240 letters"), other.err());
    CommandRun unknown =
        CommandRun.of(
            new PlaceCommand(), "--write", "tree.docx", out.resolve("tree.json"), genomes);
    assertEquals(2, unknown.status());
    assertTrue(unknown.err().contains(".jsonl"), unknown.err());
  }

  private void refuses(Path file, String sentence) {
    CommandRun run = CommandRun.of(new PlaceCommand(), "--reference", reference, file, genomes);
    assertEquals(2, run.status(), file + ": " + run.err());
    assertTrue(run.err().contains(file.toString()) && run.err().contains(sentence), run.err());
  }

  @Test
  void theClockOfATreeIsReadFromAnyFormat() throws IOException {
    Path out = folder.resolve("out");
    assertEquals(0, tree(out, "--clock", "none", genomes).status());
    for (String format : List.of("pb", "json", "jsonl")) {
      CommandRun run =
          CommandRun.of(
              new ClockCommand(),
              "--metadata",
              metadata,
              "--sites",
              MadeOutbreak.LENGTH,
              out.resolve("tree." + format));
      assertEquals(0, run.status(), run.err());
      double rate = Double.parseDouble(run.cell(1, "rate"));
      // A case comes ten days after its source, which is two before it, with 1.5 mutations.
      double truth = 1.5 / (20 / 365.25) / MadeOutbreak.LENGTH;
      assertEquals(truth, rate, 0.35 * truth, format);
      assertTrue(run.out().size() >= 3, "least squares and likelihood");
    }
    Path nodes = folder.resolve("nodes.tsv");
    Path dated = folder.resolve("dated.nexus");
    CommandRun run =
        CommandRun.of(
            new ClockCommand(),
            "--metadata",
            metadata,
            "--sites",
            MadeOutbreak.LENGTH,
            "--clock",
            "relaxed",
            "--nodes",
            nodes,
            "--tree",
            dated,
            "--json",
            out.resolve("tree.pb"));
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().get(0).startsWith("{\"method\":\"regression\""), run.out().get(0));
    assertEquals(SIZE, tips(TreeFile.read(dated)).size());
    assertTrue(Files.readAllLines(nodes).size() > SIZE);
  }

  @Test
  void aClockWithoutDatesIsRefused() throws IOException {
    Path tree = Files.writeString(folder.resolve("t.nwk"), "((A:1,B:2):1,C:3);");
    Path one =
        Files.writeString(folder.resolve("one.tsv"), "name\tdate\nA\t2020-01-01\nZ\t2020-02-01\n");
    CommandRun few = CommandRun.of(new ClockCommand(), "--metadata", one, tree);
    assertEquals(2, few.status());
    assertTrue(few.err().contains("Only 1 tips have a date"), few.err());
    Path empty = Files.writeString(folder.resolve("empty.tsv"), "");
    assertEquals(2, CommandRun.of(new ClockCommand(), "--metadata", empty, tree).status());
    Path broken = Files.writeString(folder.resolve("b.nwk"), "((A:1,B:2:1,C:3);");
    CommandRun malformed = CommandRun.of(new ClockCommand(), "--metadata", one, broken);
    assertEquals(2, malformed.status());
    assertTrue(malformed.err().contains("line 1, column"), malformed.err());
  }
}
