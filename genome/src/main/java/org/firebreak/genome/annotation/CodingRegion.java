package org.firebreak.genome.annotation;

import java.util.Arrays;
import java.util.List;

/**
 * One coding region (CDS) of the reference: a name and the segments that are spliced together, in
 * the order of translation. A reference position may be read twice (ribosomal slippage).
 *
 * <p>Positions are 0-based, ranges half-open. Immutable.
 */
public final class CodingRegion {

  private final String name;
  private final List<Segment> segments;
  private final boolean reverse;
  private final int[] positions;

  /**
   * A region.
   *
   * @param name unique in its genome, for example {@code S}
   * @param segments in order of translation, all on one strand
   * @param reverse whether the region is read from the complementary strand
   */
  public CodingRegion(String name, List<Segment> segments, boolean reverse) {
    if (name.isBlank() || segments.isEmpty()) {
      throw new IllegalArgumentException("A coding region has a name and a segment: " + name);
    }
    this.name = name;
    this.segments = List.copyOf(segments);
    this.reverse = reverse;
    this.positions = spliced(this.segments, reverse);
  }

  private static int[] spliced(List<Segment> segments, boolean reverse) {
    int length = segments.stream().mapToInt(Segment::length).sum();
    int[] positions = new int[length];
    int n = 0;
    for (Segment segment : segments) {
      for (int i = 0; i < segment.length(); i++) {
        positions[n++] = reverse ? segment.end() - 1 - i : segment.start() + i;
      }
    }
    return positions;
  }

  public String name() {
    return name;
  }

  public boolean reverse() {
    return reverse;
  }

  public List<Segment> segments() {
    return segments;
  }

  /** Number of whole codons, a terminal stop included. */
  public int codons() {
    return positions.length / 3;
  }

  /** Number of coding nucleotides. */
  public int length() {
    return positions.length;
  }

  /** Reference position of the i-th coding nucleotide. */
  public int position(int i) {
    return positions[i];
  }

  /** Index of the coding nucleotide at a reference position on or after {@code from}, or -1. */
  public int find(int referencePosition, int from) {
    int before = 0;
    for (Segment segment : segments) {
      if (referencePosition >= segment.start() && referencePosition < segment.end()) {
        int offset =
            reverse ? segment.end() - 1 - referencePosition : referencePosition - segment.start();
        if (before + offset >= from) {
          return before + offset;
        }
      }
      before += segment.length();
    }
    return -1;
  }

  /** Whether any segment overlaps the range. */
  public boolean overlaps(int start, int end) {
    for (Segment segment : segments) {
      if (start < segment.end() && end > segment.start()) {
        return true;
      }
    }
    return false;
  }

  /** The amino acid of a codon in a row of reference length. */
  public byte aminoAcid(byte[] row, int codon) {
    return GeneticCode.translate(
        letter(row, 3 * codon), letter(row, 3 * codon + 1), letter(row, 3 * codon + 2));
  }

  /** The coding letter i of a row of reference length, complemented on the reverse strand. */
  public byte letter(byte[] row, int i) {
    byte letter = row[positions[i]];
    return reverse ? GeneticCode.complement(letter) : letter;
  }

  @Override
  public String toString() {
    return name + Arrays.toString(segments.toArray()) + (reverse ? "-" : "+");
  }

  /**
   * A stretch of the reference.
   *
   * @param start 0-based, inclusive
   * @param end exclusive
   */
  public record Segment(int start, int end) {

    public Segment {
      if (start < 0 || end <= start) {
        throw new IllegalArgumentException("A segment has 0 <= start < end: " + start + ".." + end);
      }
    }

    public int length() {
      return end - start;
    }
  }
}
