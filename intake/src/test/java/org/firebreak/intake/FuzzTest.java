package org.firebreak.intake;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.firebreak.base.error.FirebreakException;
import org.firebreak.base.error.InternalException;
import org.firebreak.intake.mapping.Mapping;
import org.firebreak.intake.mapping.MappingProposer;
import org.firebreak.intake.region.WorldRegions;
import org.firebreak.intake.source.RowSource;
import org.firebreak.intake.source.SourceFile;
import org.firebreak.intake.standard.Standard;
import org.firebreak.intake.standard.StandardLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand damaged files: each is read to its end with every row accounted for, or ends in one
 * clear error that names it; never in a crash. Damage is seeded: bytes overwritten, cut out,
 * doubled, cut off, in six formats.
 */
class FuzzTest {

  private static final int FILES = 1000;
  private static final String CSV =
      """
      case_id,gender,age,onset,date_report,country,lon,lat,phone,notes
      1,m,59,2020-01-14,2020-01-21,China,114.3,30.6,13800138000,"a, b"
      2,f,11 months,2020-01-15,2020-01-22,Italy,12.5,41.9,+39 06 1234567,"two
      lines"
      3,女,70,2020-01-16,2020-01-23,"Korea, South",,,,=1+1
      """;

  @TempDir private Path folder;

  private static byte[] sheet() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("s");
      for (int row = 0; row < 4; row++) {
        for (int column = 0; column < 4; column++) {
          sheet.value(row, column, row == 0 ? "onset" + column : "v" + row + column);
        }
      }
    }
    return bytes.toByteArray();
  }

  private static List<byte[]> originals() throws IOException {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(CSV.getBytes(StandardCharsets.UTF_8));
    }
    return List.of(
        CSV.getBytes(StandardCharsets.UTF_8),
        CSV.getBytes(Charset.forName("GB18030")),
        "[{\"case_id\":1,\"onset\":\"2020-01-01\",\"p\":{\"a\":[1,2]}},{\"case_id\":2}]"
            .getBytes(StandardCharsets.UTF_8),
        "{\"case_id\":1,\"onset\":\"2020-01-01\"}\n{\"case_id\":2,\"x\":null}\n"
            .getBytes(StandardCharsets.UTF_8),
        "<?xml version=\"1.0\"?><cases><case id=\"1\"><onset>2020-01-01</onset></case><case id=\"2\"><a><b>1</b></a></case></cases>"
            .getBytes(StandardCharsets.UTF_8),
        sheet(),
        gzip.toByteArray());
  }

  private static byte[] damage(byte[] original, Random random) {
    byte[] bytes = original.clone();
    int times = 1 + random.nextInt(8);
    for (int i = 0; i < times && bytes.length > 1; i++) {
      int at = random.nextInt(bytes.length);
      int length = Math.min(1 + random.nextInt(40), bytes.length - at);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "\"\n,;<>{}[]\0&'=\t".charAt(random.nextInt(15));
        case 2 -> bytes = splice(bytes, at, length, new byte[0]);
        case 3 ->
            bytes = splice(bytes, at, 0, java.util.Arrays.copyOfRange(bytes, at, at + length));
        default -> bytes = java.util.Arrays.copyOf(bytes, Math.max(1, at));
      }
    }
    return bytes;
  }

  private static byte[] splice(byte[] bytes, int at, int remove, byte[] insert) {
    byte[] result = new byte[bytes.length - remove + insert.length];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(insert, 0, result, at, insert.length);
    System.arraycopy(bytes, at + remove, result, at + insert.length, bytes.length - at - remove);
    return result;
  }

  @Test
  void damagedFilesGiveClearErrors() throws IOException {
    List<byte[]> originals = originals();
    List<Standard> standards = List.copyOf(StandardLibrary.shipped().list());
    int errors = 0;
    for (int seed = 0; seed < FILES; seed++) {
      Random random = new Random(seed);
      byte[] bytes = damage(originals.get(seed % originals.size()), random);
      Path path = Files.write(folder.resolve("fuzz-" + seed), bytes);
      try {
        checkAccounted(standards.get(random.nextInt(standards.size())), SourceFile.of(path));
      } catch (InternalException e) {
        throw new AssertionError("seed " + seed, e);
      } catch (FirebreakException e) {
        errors++;
        assertTrue(
            String.valueOf(e.getMessage()).contains("fuzz-" + seed), "seed " + seed + ": " + e);
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    assertTrue(errors > FILES / 10, "the damage must be real, errors: " + errors);
  }

  private static void checkAccounted(Standard standard, SourceFile file) {
    Mapping mapping = MappingProposer.propose(standard, file, WorldRegions.shipped());
    IntakeContext context = new IntakeContext(LocalDate.of(2020, 12, 31), WorldRegions.shipped());
    long[] quarantined = new long[1];
    try (RowSource rows = mapping.open(file)) {
      IntakeSummary summary =
          new IntakeRun(standard, mapping, context)
              .run(
                  rows,
                  outcome -> {
                    if (outcome instanceof Outcome.Quarantined refused) {
                      quarantined[0]++;
                      assertTrue(!refused.problems().isEmpty());
                    }
                    if (outcome instanceof Outcome.Accepted accepted) {
                      assertNotNull(accepted.record().contentHash());
                    }
                  });
      assertTrue(summary.rows() == summary.accepted() + summary.quarantined());
      assertTrue(summary.quarantined() == quarantined[0]);
    }
  }
}
