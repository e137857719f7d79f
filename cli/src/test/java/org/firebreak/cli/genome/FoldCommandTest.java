package org.firebreak.cli.genome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FoldCommandTest {

  private static final String TRNA =
      "GGGCUCGUAGAUCAGCGGUAGAUCGCUUCCUUCGCAAGGAAGCCCUGGGUUCAAAUCCCAGCGAGUCCACCA";
  private static final String CLOVER =
      "(((((((..((((.......))))((((((((...)))))))).(((((.......))))))))))))....";

  @TempDir private Path folder;

  private record Run(int status, List<String> out, String err) {}

  private static Run run(Callable<Integer> command, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    List<Exception> failures = new ArrayList<>();
    line.setExecutionExceptionHandler((failure, ignored, ignoredToo) -> {
      failures.add(failure);
      return 2;
    });
    int status = line.execute(arguments);
    if (!failures.isEmpty() && failures.getFirst() instanceof RuntimeException failure) {
      throw failure;
    }
    return new Run(status, out.toString().lines().toList(), err.toString());
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content, StandardCharsets.ISO_8859_1);
  }

  private Run fold(String content, String... options) throws IOException {
    String[] arguments = Arrays.copyOf(options, options.length + 1);
    arguments[options.length] = file("in.fa", content).toString();
    return run(new FoldCommand(), arguments);
  }

  @Test
  void printsNameSequenceStructureAndEnergy() throws IOException {
    Run run = fold(">tRNA Phe\n" + TRNA + "\n");
    assertEquals(List.of(">tRNA", TRNA, CLOVER + " (-31.50)"), run.out());
    assertEquals(0, run.status());
    assertEquals("", run.err());
  }

  @Test
  void readsDnaLowerCaseAmbiguityAndForeignLineEnds() throws IOException {
    String dna = TRNA.replace('U', 'T').toLowerCase(java.util.Locale.ROOT);
    String wrapped = dna.substring(0, 30) + "\r\n" + dna.substring(30);
    Run run = fold("\r\n>a\r\n" + wrapped + "\r\n>b\r\nGGGGNNRYAACCCC\r\n");
    assertEquals(List.of(">a", TRNA, CLOVER + " (-31.50)"), run.out().subList(0, 3));
    assertEquals("GGGGNNRYAACCCC", run.out().get(4));
    assertTrue(run.out().get(5).startsWith("((((......)))) ("), run.out().get(5));
    assertEquals(0, run.status());
  }

  @Test
  void aBadRecordDoesNotStopTheOthers() throws IOException {
    Run run =
        fold(">a\nGGGGAAAACCCC\n>b\nGGGG\nAA!ACCCC\n>c\n>d\nGG--GGAAAACCCC\n>e\nGGGGAAAACCCC\n");
    assertEquals(List.of(">a", ">e"), run.out().stream().filter(l -> l.startsWith(">")).toList());
    assertEquals(3, run.status());
    List<String> errors = run.err().lines().toList();
    assertEquals(3, errors.size(), run.err());
    assertTrue(run.err().contains("line 5") && run.err().contains("record 2 (b)"), run.err());
    assertTrue(run.err().contains("'!' is not a nucleotide letter"), run.err());
    assertTrue(run.err().contains("record 3 (c)"), run.err());
    assertTrue(run.err().contains("record 4 (d)"), run.err());
  }

  @Test
  void whatIsNoFastaIsRefused() throws IOException {
    assertThrows(DataException.class, () -> fold(""));
    assertThrows(DataException.class, () -> fold("GGGGAAAACCCC\n"));
    assertThrows(DataException.class, () -> fold(">a\nPROTEIN\n"));
    assertThrows(
        UserException.class, () -> run(new FoldCommand(), folder.resolve("none.fa").toString()));
    assertThrows(UserException.class, () -> fold(">a\nGGGGAAAACCCC\n", "--beam", "-1"));
    assertThrows(UserException.class, () -> fold(">a\nGGGGAAAACCCC\n", "--dangles", "1"));
  }

  @Test
  void aTruncatedFileIsFoldedAsFarAsItGoes() throws IOException {
    StringBuilder text = new StringBuilder();
    Random random = new Random(4);
    for (int n = 0; n < 3_000; n++) {
      text.append(">r").append(n).append('\n');
      random.ints(40, 0, 4).forEach(b -> text.append("ACGU".charAt(b)));
      text.append('\n');
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    }
    byte[] whole = bytes.toByteArray();
    Path cut = Files.write(folder.resolve("cut.fa.gz"), Arrays.copyOf(whole, whole.length - 2_000));
    StringWriter out = new StringWriter();
    CommandLine line = new CommandLine(new FoldCommand()).setOut(new PrintWriter(out));
    List<String> messages = new ArrayList<>();
    line.setExecutionExceptionHandler((failure, ignored, ignoredToo) -> {
      messages.add(String.valueOf(failure.getMessage()));
      return 2;
    });
    assertEquals(2, line.execute(cut.toString()));
    assertTrue(messages.getFirst().contains("truncated"), messages.toString());
    assertTrue(out.toString().lines().count() > 1_000);
  }

  @Test
  void writesTheFormats() throws IOException {
    String record = ">a\nGGGGAAAACCCC\n";
    assertEquals("12\tENERGY = -5.40\ta", fold(record, "--format", "ct").out().getFirst());
    assertEquals("1\tG\t0\t2\t12\t1", fold(record, "--format", "CT").out().get(1));
    assertEquals("1 G 12", fold(record, "--format", "BPSEQ").out().get(2));
    String json = fold(record, "--json", "--mea", "--suboptimal", "1").out().getFirst();
    assertTrue(json.startsWith("{\"id\":\"a\",\"length\":12,"), json);
    for (String member :
        List.of("ensemble_kcal", "centroid", "mea", "pairs", "suboptimal", "energy_kcal\":-5.40")) {
      assertTrue(json.contains("\"" + member), json);
    }
    assertTrue(json.endsWith("}") && !json.contains("}{"), json);
  }

  @Test
  void printsTheEnsemble() throws IOException {
    Run run = fold(">a\n" + TRNA + "\n", "--probabilities", "--mea");
    assertTrue(run.out().get(3).endsWith("[-32.14]"), run.out().get(3));
    assertEquals(CLOVER + " {-31.50 d=2.55}", run.out().get(4).replaceAll("d=.*", "d=2.55}"));
    assertTrue(run.out().get(5).startsWith(CLOVER + " {-31.50 MEA="), run.out().get(5));
    assertTrue(run.out().get(6).contains("frequency of the minimum"), run.out().get(6));
  }

  @Test
  void theExactFoldIsOfferedToo() throws IOException {
    assertEquals(CLOVER + " (-31.50)", fold(">a\n" + TRNA + "\n", "--exact").out().get(2));
    Run run = fold(">a\nGGGGAAAACCCC\n", "--exact", "--suboptimal", "3");
    assertEquals("((((....)))) ( -5.40)", run.out().get(3));
    assertTrue(run.out().size() > 5, run.out().toString());
  }

  @Test
  void constraintsComeFromAFileByName() throws IOException {
    Path constraints = file("c.txt", ">b\nx...........\n>c\n............\n");
    String records = ">a\nGGGGAAAACCCC\n>b\nGGGGAAAACCCC\n";
    for (String way : List.of("--beam=100", "--exact")) {
      Run run = fold(records, way, "--constraint", constraints.toString());
      assertTrue(run.out().get(2).startsWith("((((....))))"), run.out().get(2));
      assertTrue(run.out().get(5).startsWith(".(((....)))."), run.out().get(5));
    }
    Run unmet = fold(">a\nGGGGAAAAAAAA\n", "--constraint", "....|.......");
    assertTrue(unmet.err().contains("1 bases that the constraint wants paired"), unmet.err());
    assertEquals(3, fold(records + ">d\nGGGG\n", "--constraint", "............").status());
    Path wrong = file("w.txt", ">a\n((..\n");
    DataException e =
        assertThrows(DataException.class, () -> fold(records, "--constraint", wrong.toString()));
    assertTrue(String.valueOf(e.getMessage()).contains("w.txt, line 2"), e.toString());
    assertThrows(UserException.class, () -> fold(records, "--constraint", "nofile"));
  }

  @Test
  void drawsEachRecord() throws IOException {
    Path pictures = folder.resolve("svg");
    String record = ">../a&b\nGGGGAAAACCCC\n";
    fold(record + record, "--svg", pictures.toString(), "--probabilities");
    for (String name : List.of("_._a_b", "_._a_b-2")) {
      for (String kind : List.of("arc", "plane", "mountain")) {
        String svg = Files.readString(pictures.resolve(name + "." + kind + ".svg"));
        assertTrue(svg.startsWith("<svg ") && svg.contains("../a&amp;b"), name + kind);
      }
    }
  }

  @Test
  void pairsGoToATable() throws IOException {
    Path table = folder.resolve("pairs.tsv");
    fold(">a\n" + TRNA + "\n", "--pairs", table.toString(), "--least", "0.5");
    List<String> lines = Files.readAllLines(table);
    assertEquals("id\ti\tj\tprobability", lines.getFirst());
    assertEquals(25, lines.size());
    assertTrue(lines.get(1).matches("a\t\\d+\t\\d+\t[01]\\.\\d{6}"), lines.get(1));
  }

  @Test
  void theNumberOfThreadsChangesNothing() throws IOException {
    StringBuilder text = new StringBuilder();
    Random random = new Random(5);
    for (int n = 0; n < 40; n++) {
      text.append(">r").append(n).append('\n');
      random.ints(50 + 10 * n, 0, 4).forEach(b -> text.append("ACGU".charAt(b)));
      text.append('\n');
    }
    List<String> one = fold(text.toString(), "--threads", "1", "--probabilities").out();
    assertEquals(one, fold(text.toString(), "--threads", "4", "--probabilities").out());
  }

  @Test
  void evaluatesWhatFoldPrints() throws IOException {
    Path folded = file("folded.txt", ">tRNA\r\n" + TRNA + "\r\n" + CLOVER + " (-31.50)\r\n");
    Run run = run(new FoldEvalCommand(), folded.toString());
    assertEquals(CLOVER + " (-31.50)", run.out().getLast());
    int sum =
        run.out().stream()
            .filter(l -> l.contains("loop"))
            .mapToInt(l -> Integer.parseInt(l.substring(l.lastIndexOf(':') + 1).strip()))
            .sum();
    assertEquals(-3150, sum);
    Run plain = run(new FoldEvalCommand(), "--dangles", "0", "--total", folded.toString());
    assertEquals(List.of(">tRNA", TRNA, CLOVER + " (-25.50)"), plain.out());
    String json = run(new FoldEvalCommand(), "--json", folded.toString()).out().getFirst();
    assertTrue(json.contains("\"energy_kcal\":-31.50") && json.contains("\"multi\""), json);
  }

  @Test
  void badStructuresAreRefusedOneByOne() throws IOException {
    Path mixed =
        file(
            "mixed.txt",
            """
            >a
            GGGGAAAACCCC
            ((((....)))
            >b
            GGGGAAAACCCC
            ((((....))))
            >c
            GGGGAAAACCCC
            .(((....)))
            >d
            GGGGAAAACC!C
            ............
            >e
            AAAAAAAAAAAA
            ((((....))))
            >f
            GGGGAAAACCCC
            """);
    Run run = run(new FoldEvalCommand(), "--total", mixed.toString());
    assertEquals(3, run.status());
    assertEquals(List.of(">b"), run.out().stream().filter(l -> l.startsWith(">")).toList());
    List<String> errors = run.err().lines().toList();
    assertEquals(5, errors.size(), run.err());
    assertTrue(errors.getFirst().contains("line 3, record 1 (a)"), errors.getFirst());
    assertTrue(errors.get(3).contains("cannot pair"), errors.get(3));
    assertFalse(run.err().contains("(b)"), run.err());
    Path empty = file("empty.txt", "");
    assertThrows(DataException.class, () -> run(new FoldEvalCommand(), empty.toString()));
  }
}
