package org.firebreak.genome.tree;

import java.util.Arrays;
import java.util.List;
import org.firebreak.base.error.DataException;
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
   * From substitutions as text, such as {@code C241T}.
   *
   * @throws DataException naming the one that is none
   */
  public static Sample ofMutations(String name, List<String> mutations) {
    int[] sites = new int[mutations.size()];
    int n = 0;
    for (String text : mutations) {
      if (!text.matches("[A-Z][1-9]\\d{0,7}[ACGT]")) {
        throw new DataException("mutation-malformed", "'" + text + "' is no substitution (C241T)");
      }
      int position = Integer.parseInt(text.substring(1, text.length() - 1)) - 1;
      sites[n++] = position << 4 | Letters.set((byte) text.charAt(text.length() - 1));
    }
    Arrays.sort(sites);
    return of(name, sites);
  }

  /**
   * From a row of an alignment whose columns are the reference's letters; gaps are unknown.
   *
   * @param from first column that is used
   * @param to end of the columns that are used
   */
  public static Sample ofAlignedRow(String name, byte[] row, byte[] reference, int from, int to) {
    if (row.length != reference.length) {
      throw new DataException(
          "row-length",
          "The row of %s has %d letters, the reference %d"
              .formatted(name, row.length, reference.length));
    }
    int[] sites = new int[16];
    int[] unknown = new int[16];
    int n = 0;
    int k = 0;
    for (int i = 0; i < row.length; i++) {
      int set = i < from || i >= to ? 15 : Letters.set(row[i]);
      if (set == 15 && k > 0 && unknown[k - 1] == i) {
        unknown[k - 1]++;
      } else if (set == 15) {
        unknown = k == unknown.length ? Arrays.copyOf(unknown, 2 * k) : unknown;
        unknown[k++] = i;
        unknown[k++] = i + 1;
      } else if (set != Letters.set(reference[i])) {
        sites = n == sites.length ? Arrays.copyOf(sites, 2 * n) : sites;
        sites[n++] = i << 4 | set;
      }
    }
    return new Sample(name, Arrays.copyOf(sites, n), Arrays.copyOf(unknown, k));
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
