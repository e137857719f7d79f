package org.firebreak.cli.genome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From FASTA to tables; what is wrong is told with file, line and record. */
class VariantsCommandTest {

  @TempDir private Path folder = Path.of("");
  private Path reference = Path.of("");
  private final MadeOutbreak outbreak = new MadeOutbreak(12);

  @BeforeEach
  void writeReference() throws IOException {
    reference = outbreak.writeReference(folder);
  }

  private Path fasta(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private CommandRun variants(Object... arguments) {
    Object[] all = new Object[arguments.length + 2];
    all[0] = "--reference";
    all[1] = reference;
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return CommandRun.of(new VariantsCommand(), all);
  }

  @Test
  void plantedChangesAreCalledWithTheirProteins() throws IOException {
    byte[] bases = outbreak.reference().clone();
    // Codon 11 of the gene, CAN becomes GAN or the like; codons 21 and 22 are lost; TTT comes in.
    int codon = MadeOutbreak.GENE_START + 30;
    bases[codon] = 'G';
    String text = MadeOutbreak.text(bases);
    int lost = MadeOutbreak.GENE_START + 60;
    int added = 2000;
    String genome =
        text.substring(0, lost)
            + text.substring(lost + 6, added)
            + "GATTACA"
            + text.substring(added);
    Path file = fasta("g.fasta", ">one", genome);
    CommandRun run = variants("--annotation", outbreak.writeAnnotation(folder), file);
    assertEquals(0, run.status(), run.err());
    assertEquals("one", run.cell(1, "seqName"));
    assertEquals("C" + (codon + 1) + "G", run.cell(1, "substitutions"));
    assertTrue(run.cell(1, "aaSubstitutions").matches("G:[A-Z]11[A-Z]"), run.out().get(1));
    assertEquals("6", run.cell(1, "totalDeletions"));
    assertEquals("2", Long.toString(run.cell(1, "aaDeletions").split(",", -1).length));
    assertEquals("7", run.cell(1, "totalInsertions"));
    assertTrue(run.cell(1, "insertions").matches("\\d+:[ACGT]{7}"), run.cell(1, "insertions"));
    assertEquals("good", run.cell(1, "qc.overallStatus"));
    assertEquals("", run.cell(1, "errors"));
  }

  @Test
  void badRecordsAreToldOfAndTheOthersGoOn() throws IOException {
    Path file =
        fasta(
            "mixed.fasta",
            ">good",
            outbreak.genome(3),
            ">protein",
            "MFVFLVLLPL",
            ">reversed",
            outbreak.reversed(),
            ">stranger",
            outbreak.stranger(),
            ">short",
            outbreak.genome(1).substring(0, 900),
            ">good",
            outbreak.genome(4),
            ">last");
    CommandRun run = variants(file);
    assertEquals(0, run.status(), run.err());
    List<String> told = run.err().lines().toList();
    List<String> expected =
        List.of(
            "line 4, record 2 (protein): 'F' is not a nucleotide letter",
            "line 5, record 3 (reversed): is the reverse complement",
            "line 7, record 4 (stranger): does not align",
            "line 9, record 5 (short): covers only",
            "line 11, record 6 (good): has the name of an earlier record",
            "line 13, record 7 (last): has no sequence");
    for (String sentence : expected) {
      assertTrue(
          told.stream().anyMatch(line -> line.contains(file + ", " + sentence)),
          sentence + " in " + run.err());
    }
    assertEquals(expected.size(), told.size(), run.err());
    // Two good ones and the three that are sequences, but none of this virus.
    assertEquals(1 + 5, run.out().size());
    assertTrue(run.cell(2, "errors").contains("reverse complement"));
  }

  @Test
  void filesThatHoldNoGenomeEndWithStatusTwo() throws IOException {
    byte[] packed = gzip(">a\n" + outbreak.genome(0).repeat(20) + "\n");
    Path broken = folder.resolve("broken.fasta.gz");
    Files.write(broken, Arrays.copyOf(packed, packed.length / 2));
    Path missing = folder.resolve("missing.fasta");
    assertFails(fasta("empty.fasta"), "holds no sequence");
    assertFails(missing, "no such file");
    assertFails(folder, "is a folder");
    assertFails(fasta("text.fasta", "Dear colleague,"), "line 1: not a FASTA file");
    assertFails(broken, "truncated or damaged");
    assertFails(fasta("strangers.fasta", ">s", outbreak.stranger()), "None of the 1 records");
  }

  @Test
  void aFileThatBreaksOffKeepsWhatCameBeforeAndTheNextFileGoesOn() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      text.append(">g").append(i).append('\n').append(outbreak.genome(i)).append('\n');
    }
    byte[] packed = gzip(text.toString());
    Path broken = folder.resolve("broken.fasta.gz");
    Files.write(broken, Arrays.copyOf(packed, packed.length - 12));
    Path whole = fasta("whole.fasta", ">after", outbreak.genome(11));
    for (int threads = 1; threads <= 2; threads++) {
      CommandRun run = variants("--threads", threads, broken, whole);
      assertEquals(2, run.status());
      assertTrue(run.err().contains(broken + ", line "), run.err());
      assertTrue(run.out().size() > 5, "rows before the break: " + run.out().size());
      assertEquals("after", run.cell(run.out().size() - 1, "seqName"));
    }
  }

  private void assertFails(Path file, String sentence) {
    CommandRun run = variants(file);
    assertEquals(2, run.status(), file + ": " + run.err());
    assertTrue(run.err().contains(sentence), run.err());
    if (!"strangers.fasta".equals(String.valueOf(file.getFileName()))) {
      assertTrue(run.err().contains(file.toString()), run.err());
    }
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    return bytes.toByteArray();
  }

  @Test
  void wrongOptionsAndReferencesAreOneSentence() throws IOException {
    Path genomes = outbreak.writeGenomes(folder);
    assertEquals(2, variants("--threads", 0, genomes).status());
    assertEquals(2, variants("--min-identity", "0.2", genomes).status());
    CommandRun noReference =
        CommandRun.of(
            new VariantsCommand(), "--reference", fasta("short.fa", ">r", "ACGT"), genomes);
    assertEquals(2, noReference.status());
    assertTrue(noReference.err().contains("at least 100"), noReference.err());
    Path clades = fasta("clades.tsv", "clade\tgene\tsite\talt", "X\tnuc\tten\tA");
    CommandRun badClades = variants("--clades", clades, genomes);
    assertEquals(2, badClades.status());
    assertTrue(badClades.err().contains(clades + ", line 2"), badClades.err());
  }

  @Test
  void alignmentVcfDistancesAndCladesAgree() throws IOException {
    Path genomes = outbreak.writeGenomes(folder);
    Path aligned = folder.resolve("aligned.fasta");
    Path vcf = folder.resolve("calls.vcf");
    Path distances = folder.resolve("distances.tsv");
    CommandRun plain = variants(genomes);
    String[] defining = plain.cell(12, "substitutions").split(",", -1);
    StringBuilder table = new StringBuilder("clade\tgene\tsite\talt");
    String first = defining[0];
    table.append("\nlate\tnuc\t").append(first, 1, first.length() - 1);
    table.append('\t').append(first.charAt(first.length() - 1));
    CommandRun run =
        variants(
            "--aligned",
            aligned,
            "--vcf",
            vcf,
            "--distances",
            distances,
            "--clades",
            fasta("clades.tsv", table.toString()),
            genomes);
    assertEquals(0, run.status(), run.err());
    assertEquals("late", run.cell(12, "clade"));
    assertEquals("", run.cell(1, "clade"), "the first genome is the reference");
    List<String> rows = Files.readAllLines(aligned);
    assertEquals(24, rows.size());
    assertEquals(outbreak.genome(7), rows.get(15));
    List<String> matrix = Files.readAllLines(distances);
    assertEquals(Integer.toString(outbreak.differences(4, 9)), matrix.get(5).split("\t", -1)[10]);
    long alleles = 0;
    for (String line : Files.readAllLines(vcf)) {
      if (!line.startsWith("#")) {
        String[] fields = line.split("\t", -1);
        assertEquals(9 + 12, fields.length);
        alleles += Arrays.stream(fields, 9, 21).filter(cell -> !"0".equals(cell)).count();
      }
    }
    int substitutions = 0;
    for (int row = 1; row <= 12; row++) {
      substitutions += Integer.parseInt(run.cell(row, "totalSubstitutions"));
    }
    assertEquals(substitutions, alleles);
  }

  @Test
  void jsonHasTheSameCellsAndThreadsChangeNothing() throws IOException {
    Path genomes = outbreak.writeGenomes(folder);
    CommandRun one = variants("--threads", 1, genomes);
    CommandRun four = variants("--threads", 4, genomes);
    assertEquals(one.out(), four.out());
    CommandRun json = variants("--json", genomes);
    assertEquals(12, json.out().size());
    assertTrue(json.out().get(3).startsWith("{\"index\":3,\"seqName\":\"c3\","), json.out().get(3));
    Path file = folder.resolve("table.tsv");
    CommandRun toFile = variants("--output", file, genomes);
    assertEquals(List.of(), toFile.out());
    assertEquals(one.out(), Files.readAllLines(file));
  }
}
