package org.firebreak.genome.variant;

import java.util.Arrays;
import java.util.List;

/**
 * What differs between a genome and the reference in nucleotides. All positions are 0-based in
 * reference coordinates, ranges half-open as (start, end) pairs; everything is in order.
 *
 * @param start first reference position covered by the alignment
 * @param end end of the range covered
 * @param substitutions {@code position << 8 | letter}, letter one of A, C, G, T
 * @param deletions ranges of reference letters that the genome lacks, left-aligned
 * @param insertions letters that the reference lacks
 * @param missing ranges of N
 * @param mixed {@code position << 8 | letter} for the other IUPAC letters
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Nucleotides(
    int start,
    int end,
    int[] substitutions,
    int[] deletions,
    List<Insertion> insertions,
    int[] missing,
    int[] mixed) {

  public Nucleotides {
    insertions = List.copyOf(insertions);
  }

  /** Position of a packed substitution or mixed site. */
  public static int position(int packed) {
    return packed >>> 8;
  }

  /** Letter of a packed substitution or mixed site. */
  public static char letter(int packed) {
    return (char) (packed & 0xff);
  }

  /** Number of letters in ranges. */
  public static int total(int[] ranges) {
    int n = 0;
    for (int i = 0; i < ranges.length; i += 2) {
      n += ranges[i + 1] - ranges[i];
    }
    return n;
  }

  /** Whether a position lies in one of the ranges. */
  public static boolean inside(int[] ranges, int position) {
    for (int i = 0; i < ranges.length; i += 2) {
      if (position >= ranges[i] && position < ranges[i + 1]) {
        return true;
      }
    }
    return false;
  }

  /** The genome's letter at a reference position: '-' where deleted, 'N' where unknown. */
  public char letterAt(int position, byte[] reference) {
    if (position < start || position >= end || inside(missing, position)) {
      return 'N';
    }
    if (inside(deletions, position)) {
      return '-';
    }
    char found = find(substitutions, position);
    found = found == 0 ? find(mixed, position) : found;
    return found == 0 ? (char) reference[position] : found;
  }

  private static char find(int[] packed, int position) {
    int i = Arrays.binarySearch(packed, position << 8);
    i = i < 0 ? -i - 1 : i;
    return i < packed.length && position(packed[i]) == position ? letter(packed[i]) : 0;
  }

  /**
   * Inserted letters.
   *
   * @param after reference position after which they stand, 0-based; -1 = before the first
   * @param letters upper-case IUPAC
   */
  public record Insertion(int after, String letters) {}
}
