package org.firebreak.genome.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.annotation.GeneticCode;
import org.firebreak.genome.annotation.Reference;
import org.junit.jupiter.api.Test;

/** Genomes made from a random reference by known edits, and sequences that are none. */
class GenomeAlignerTest {

  private static final int LENGTH = 4000;

  @Test
  void findsKnownEdits() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      byte[] reference = random(random, LENGTH);
      int deleted = 1 + random.nextInt(40);
      int at = 300 + random.nextInt(1000);
      int insertAt = 1700 + random.nextInt(1000);
      byte[] inserted = random(random, 1 + random.nextInt(30));
      String text = text(reference);
      String genome =
          text.substring(0, at)
              + text.substring(at + deleted, insertAt)
              + text(inserted)
              + text.substring(insertAt, 3000)
              + other(text.charAt(3000))
              + text.substring(3001, 3500)
              + "N".repeat(100)
              + text.substring(3600);
      Alignment alignment = aligner(reference).align(bytes(genome));
      assertEquals(3, alignment.count(), "round " + round);
      assertEquals(deleted, alignment.referenceStart(1) - alignment.referenceEnd(0));
      assertEquals(inserted.length, alignment.queryStart(2) - alignment.queryEnd(1));
      assertEquals(rebuilt(alignment, reference), genome.replace("N".repeat(100), ""));
    }
  }

  /** Aligned letters and inserted ones, in order, give the genome back. */
  private static String rebuilt(Alignment alignment, byte[] reference) {
    StringBuilder genome = new StringBuilder();
    assertEquals(0, alignment.start());
    assertEquals(reference.length, alignment.end());
    genome.append(
        new String(alignment.query(), 0, alignment.queryEnd(2), StandardCharsets.ISO_8859_1));
    return genome.toString().replace("N", "");
  }

  @Test
  void divergentGenomesAreChained() {
    Random random = new Random(11);
    byte[] reference = random(random, 8000);
    byte[] genome = reference.clone();
    for (int i = 0; i < genome.length; i++) {
      if (random.nextInt(9) == 0) {
        genome[i] = (byte) other((char) genome[i]);
      }
    }
    Alignment alignment = aligner(reference).align(genome);
    int columns = 0;
    for (int i = 0; i < alignment.count(); i++) {
      int shift = alignment.referenceStart(i) - alignment.queryStart(i);
      columns += shift == 0 ? alignment.length(i) : 0;
    }
    assertTrue(columns > 7800, columns + " of 8000 columns lie on the true diagonal");
  }

  @Test
  void refusesWhatIsNoGenomeOfTheVirus() {
    Random random = new Random(3);
    byte[] reference = random(random, LENGTH);
    refused("genome-reversed", reference, GeneticCode.reverseComplement(reference));
    refused("genome-foreign", reference, random(random, LENGTH));
    refused("genome-truncated", reference, Arrays.copyOf(reference, LENGTH / 2));
    byte[] unknown = new byte[LENGTH];
    Arrays.fill(unknown, (byte) 'N');
    refused("genome-unknown", reference, unknown);
    refused("genome-foreign", reference, bytes("ACGT"));
  }

  @Test
  void gapLettersAreLeftOut() {
    byte[] reference = random(new Random(5), LENGTH);
    String text = text(reference);
    String gapped = text.substring(0, 700) + "---" + text.substring(703) + "----";
    Alignment alignment = aligner(reference).align(bytes(gapped));
    assertEquals(2, alignment.count());
    assertEquals(3, alignment.referenceStart(1) - alignment.referenceEnd(0));
  }

  private static void refused(String code, byte[] reference, byte[] genome) {
    DataException refusal =
        assertThrows(DataException.class, () -> aligner(reference).align(genome));
    assertEquals(code, refusal.code());
  }

  private static GenomeAligner aligner(byte[] reference) {
    Reference made = new Reference("made", reference, List.of());
    return new Aligners(made, Acceptance.DEFAULT).newAligner();
  }

  private static byte[] random(Random random, int length) {
    byte[] bases = new byte[length];
    for (int i = 0; i < length; i++) {
      bases[i] = (byte) "ACGT".charAt(random.nextInt(4));
    }
    return bases;
  }

  private static char other(char base) {
    return "CGTA".charAt("ACGT".indexOf(base));
  }

  private static String text(byte[] bases) {
    return new String(bases, StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
