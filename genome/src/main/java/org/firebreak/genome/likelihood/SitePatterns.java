package org.firebreak.genome.likelihood;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.genome.align.Letters;
import org.firebreak.genome.tree.Sample;

/**
 * The distinct columns of an alignment with their numbers: most columns of related genomes are
 * equal, and the likelihood needs each kind only once. Columns are told apart by a 64-bit hash
 * built row by row.
 */
public final class SitePatterns {

  private final List<String> names;
  private final byte[][] codes;
  private final double[] weights;

  private SitePatterns(List<String> names, byte[][] codes, double[] weights) {
    this.names = names;
    this.codes = codes;
    this.weights = weights;
  }

  /**
   * From genomes in reference coordinates.
   *
   * @param reference its letters
   * @param start first column used, 0-based
   * @param end after the last column used
   */
  public static SitePatterns of(List<Sample> samples, byte[] reference, int start, int end) {
    byte[] home = new byte[reference.length];
    for (int i = 0; i < home.length; i++) {
      home[i] = (byte) Letters.set(reference[i]);
    }
    byte[][] rows = new byte[samples.size()][];
    long[] hashes = new long[end - start];
    for (int n = 0; n < rows.length; n++) {
      rows[n] = row(samples.get(n), home, start, end);
      for (int i = 0; i < hashes.length; i++) {
        hashes[i] = (hashes[i] ^ rows[n][i]) * 0x9E3779B97F4A7C15L;
        hashes[i] ^= hashes[i] >>> 29;
      }
    }
    Map<Long, Integer> kinds = new HashMap<>();
    int[] first = new int[hashes.length];
    double[] counts = new double[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      int kind = kinds.computeIfAbsent(hashes[i], hash -> kinds.size());
      if (counts[kind]++ == 0) {
        first[kind] = i;
      }
    }
    int size = kinds.size();
    byte[][] codes = new byte[rows.length][size];
    for (int n = 0; n < rows.length; n++) {
      for (int kind = 0; kind < size; kind++) {
        codes[n][kind] = rows[n][first[kind]];
      }
    }
    double[] weights = java.util.Arrays.copyOf(counts, size);
    return new SitePatterns(samples.stream().map(Sample::name).toList(), codes, weights);
  }

  private static byte[] row(Sample sample, byte[] home, int start, int end) {
    byte[] row = home.clone();
    for (int site : sample.sites()) {
      row[Sample.position(site)] = (byte) Sample.set(site);
    }
    int[] unknown = sample.unknown();
    for (int i = 0; i < unknown.length; i += 2) {
      java.util.Arrays.fill(row, unknown[i], unknown[i + 1], (byte) 15);
    }
    return java.util.Arrays.copyOfRange(row, start, end);
  }

  /** Number of kinds of columns. */
  public int size() {
    return weights.length;
  }

  List<String> names() {
    return names;
  }

  /** Sets of bases by kind of column of one genome. */
  byte[] codes(int genome) {
    return codes[genome];
  }

  double weight(int kind) {
    return weights[kind];
  }

  double[] weights() {
    return weights;
  }

  /** Shares of A, C, G, T; ambiguous letters are left out. */
  public double[] frequencies() {
    double[] counts = {1, 1, 1, 1};
    for (byte[] row : codes) {
      for (int kind = 0; kind < row.length; kind++) {
        if (Integer.bitCount(row[kind]) == 1) {
          counts[Integer.numberOfTrailingZeros(row[kind])] += weights[kind];
        }
      }
    }
    double sum = counts[0] + counts[1] + counts[2] + counts[3];
    for (int i = 0; i < 4; i++) {
      counts[i] /= sum;
    }
    return counts;
  }
}
