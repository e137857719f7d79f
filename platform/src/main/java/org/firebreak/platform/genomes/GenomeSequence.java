package org.firebreak.platform.genomes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.firebreak.genome.variant.Nucleotides;

/**
 * The letters of a genome put together again from the reference and what was called of it, from the
 * first to the last letter that aligned.
 */
final class GenomeSequence {

  private GenomeSequence() {}

  /** The whole sequence, unknown letters as N. */
  static byte[] of(Nucleotides called, byte[] reference) {
    return between(called, reference, called.start(), called.end());
  }

  /**
   * The part that aligns to a range of the reference.
   *
   * @param from 0-based, included
   * @param to excluded
   */
  static byte[] between(Nucleotides called, byte[] reference, int from, int to) {
    int first = Math.max(from, called.start());
    int end = Math.min(to, called.end());
    if (first >= end) {
      return new byte[0];
    }
    byte[] row = java.util.Arrays.copyOfRange(reference, first, end);
    write(row, called.substitutions(), first);
    write(row, called.mixed(), first);
    fill(row, called.missing(), first, (byte) 'N');
    fill(row, called.deletions(), first, (byte) '-');
    Map<Integer, String> insertions = new HashMap<>();
    called.insertions().forEach(one -> insertions.put(one.after(), one.letters()));
    ByteArrayOutputStream letters = new ByteArrayOutputStream(row.length + 64);
    if (first == 0) {
      letters.writeBytes(ascii(insertions.getOrDefault(-1, "")));
    }
    for (int i = 0; i < row.length; i++) {
      if (row[i] != '-') {
        letters.write(row[i]);
      }
      String inserted = insertions.get(first + i);
      if (inserted != null) {
        letters.writeBytes(ascii(inserted));
      }
    }
    return letters.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void write(byte[] row, int[] packed, int first) {
    for (int one : packed) {
      int at = Nucleotides.position(one) - first;
      if (at >= 0 && at < row.length) {
        row[at] = (byte) Nucleotides.letter(one);
      }
    }
  }

  private static void fill(byte[] row, int[] ranges, int first, byte letter) {
    for (int i = 0; i < ranges.length; i += 2) {
      int from = Math.max(0, ranges[i] - first);
      int to = Math.min(row.length, ranges[i + 1] - first);
      for (int at = from; at < to; at++) {
        row[at] = letter;
      }
    }
  }
}
