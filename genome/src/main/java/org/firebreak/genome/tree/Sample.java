package org.firebreak.genome.tree;

import java.util.Arrays;
import org.firebreak.genome.align.Letters;
import org.firebreak.genome.variant.Nucleotides;

/**
 * A genome as a tree sees it: where it may differ from the reference. Gaps are unknown.
 *
 * @param name unique in its tree
 * @param sites {@code position << 4 | set of bases} where the set is not that of the reference, in
 *     order
 * @param unknown ranges (start, end) in which every base is possible; no site lies in one
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Sample(String name, int[] sites, int[] unknown) {

  /** A genome of which nothing is unknown. */
  public static Sample of(String name, int[] sites) {
    return new Sample(name, sites, new int[0]);
  }

  /**
   * From called variants.
   *
   * @param maskStart letters at the start that are not used, for sequencing is poor there
   * @param maskEnd letters at the end that are not used
   */
  public static Sample of(String name, Nucleotides called, int length, int maskStart, int maskEnd) {
    int from = Math.max(maskStart, called.start());
    int to = Math.min(length - maskEnd, called.end());
    int[] sites = new int[called.substitutions().length + called.mixed().length];
    int n = 0;
    for (int[] packed : new int[][] {called.substitutions(), called.mixed()}) {
      for (int one : packed) {
        int position = Nucleotides.position(one);
        if (position >= from && position < to) {
          sites[n++] = position << 4 | Letters.set((byte) Nucleotides.letter(one));
        }
      }
    }
    sites = Arrays.copyOf(sites, n);
    Arrays.sort(sites);
    int[] unknown = new int[called.missing().length + called.deletions().length + 4];
    int k = 0;
    unknown[k++] = 0;
    unknown[k++] = from;
    for (int[] ranges : new int[][] {called.missing(), called.deletions()}) {
      System.arraycopy(ranges, 0, unknown, k, ranges.length);
      k += ranges.length;
    }
    unknown[k++] = Math.max(from, to);
    unknown[k++] = length;
    return new Sample(name, sites, unknown);
  }

  /** Position of a site. */
  public static int position(int site) {
    return site >>> 4;
  }

  /** Set of bases of a site. */
  public static int set(int site) {
    return site & 15;
  }
}
