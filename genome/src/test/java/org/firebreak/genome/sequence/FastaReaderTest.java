package org.firebreak.genome.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.junit.jupiter.api.Test;

class FastaReaderTest {

  private final List<FastaProblem> problems = new ArrayList<>();

  private List<FastaRecord> read(byte[] content, int limit) {
    List<FastaRecord> records = new ArrayList<>();
    try (FastaReader reader =
        FastaReader.of("f.fa", new ByteArrayInputStream(content), limit, problems::add)) {
      for (Optional<FastaRecord> r = reader.next(); r.isPresent(); r = reader.next()) {
        records.add(r.get());
      }
    }
    return records;
  }

  private List<FastaRecord> read(String content) {
    return read(content.getBytes(StandardCharsets.UTF_8), FastaReader.DEFAULT_LIMIT);
  }

  @Test
  void readsLettersOfAnyCaseAndLineEnd() {
    List<FastaRecord> records =
        read("\uFEFF; comment\n>a first one\r\nacgu nrY\r\n\r\n  10 AC-.\n>\nT");
    assertEquals(2, records.size());
    assertEquals("a", records.get(0).id());
    assertEquals("first one", records.get(0).description());
    assertEquals("ACGTNRYAC--", records.get(0).dna());
    assertEquals("ACGUNRYAC--", records.get(0).rna());
    assertEquals(2, records.get(0).line());
    assertEquals("record-2", records.get(1).id());
    assertEquals(List.of(), problems);
  }

  @Test
  void reportsBadRecordsAndGoesOn() {
    List<FastaRecord> records =
        read(">a\nACGT\n>p\nACGT\nMKVL*\nAC>GT\n>e\n>c\nAC>GT\n>b\nGG\n>last\n");
    assertEquals(List.of("a", "b"), records.stream().map(FastaRecord::id).toList());
    assertEquals(
        List.of(
            "f.fa, line 5, record 2 (p): 'L' is not a nucleotide letter (IUPAC ACGTURYSWKMBDHVN or"
                + " gap '-')",
            "f.fa, line 7, record 3 (e): has no sequence; the file may be truncated here",
            "f.fa, line 9, record 4 (c): '>' is not a nucleotide letter (IUPAC ACGTURYSWKMBDHVN or"
                + " gap '-')",
            "f.fa, line 12, record 6 (last): has no sequence; the file may be truncated here"),
        problems.stream().map(FastaProblem::message).toList());
  }

  @Test
  void refusesTooLongSequencesWithoutStoringThem() {
    byte[] content =
        (">a\n" + "ACGT".repeat(100_000) + "\n>b\nACGT\n").getBytes(StandardCharsets.UTF_8);
    assertEquals(List.of("b"), read(content, 1000).stream().map(FastaRecord::id).toList());
    assertEquals("sequence-long", problems.getFirst().code());
  }

  @Test
  void refusesWhatIsNoFastaFile() {
    assertThrows(DataException.class, () -> read(""));
    assertThrows(DataException.class, () -> read("\n \n"));
    DataException bare = assertThrows(DataException.class, () -> read("\nACGT\n"));
    assertTrue(String.valueOf(bare.getMessage()).contains("line 2"));
    assertThrows(
        UserException.class, () -> FastaReader.open(Path.of("no-such-file"), problems::add));
  }

  @Test
  void readsGzipAndReportsItsTruncation() throws IOException {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      text.append(">s").append(i).append('\n');
      random.ints(5000, 0, 4).forEach(b -> text.append("ACGT".charAt(b)));
      text.append('\n');
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = packed.toByteArray();
    assertEquals(50, read(whole, FastaReader.DEFAULT_LIMIT).size());
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertThrows(DataException.class, () -> read(half, FastaReader.DEFAULT_LIMIT));
  }
}
