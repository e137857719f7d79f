package org.firebreak.genome.align;

import java.util.Arrays;

/**
 * The slow, thorough path for divergent genomes: all matches of short unique words, merged along
 * their diagonals, are chained (maximise matched letters less a gap cost, looking back over the
 * last {@value #LOOK_BACK} matches), and the gaps of the chain are filled by dynamic programming.
 *
 * <p>Immutable; safe for many threads.
 */
final class SeedChain {

  static final int WORD = 11;
  private static final int LOOK_BACK = 250;
  private static final int MOST_RUNS = 1 << 18;

  private final byte[] reference;
  private final SeedIndex index;

  SeedChain(byte[] reference) {
    this.reference = reference;
    this.index = new SeedIndex(reference, WORD);
  }

  /** Appends the alignment to {@code out}; nothing if no chain is found. */
  void align(byte[] query, GapFiller filler, Blocks out) {
    int[] runs = findRuns(query);
    int[] order = best(runs);
    int q = -1;
    int r = -1;
    for (int i : order) {
      int toQuery = runs[3 * i];
      int toReference = runs[3 * i + 1];
      int length = runs[3 * i + 2];
      if (q >= 0) {
        int overlap = Math.max(0, Math.max(q - toQuery, r - toReference));
        toQuery += overlap;
        toReference += overlap;
        length -= overlap;
        if (GapFiller.cells(toQuery - q, toReference - r) <= GapFiller.MOST_CELLS) {
          filler.fill(query, q, toQuery, reference, r, toReference, out);
        }
      }
      out.add(toQuery, toReference, length);
      q = toQuery + length;
      r = toReference + length;
    }
  }

  /** Matches as (query, reference, length), by query start. */
  private int[] findRuns(byte[] query) {
    int[] runs = new int[3 * 256];
    int n = 0;
    SeedIndex.WordScan scan = new SeedIndex.WordScan(query, 0, query.length, WORD);
    while (scan.next() && n < MOST_RUNS) {
      int hit = index.find(scan.word());
      if (hit < 0) {
        continue;
      }
      int start = scan.start();
      int open = findOpen(runs, n, start, hit);
      if (open >= 0) {
        runs[3 * open + 2] = start + WORD - runs[3 * open];
        continue;
      }
      if (3 * n == runs.length) {
        runs = Arrays.copyOf(runs, 2 * runs.length);
      }
      runs[3 * n] = start;
      runs[3 * n + 1] = hit;
      runs[3 * n + 2] = WORD;
      n++;
    }
    return Arrays.copyOf(runs, 3 * n);
  }

  /** A recent match on the same diagonal that the word continues without a break. */
  private static int findOpen(int[] runs, int n, int start, int hit) {
    for (int i = n - 1; i >= Math.max(0, n - 3); i--) {
      boolean sameDiagonal = runs[3 * i + 1] - runs[3 * i] == hit - start;
      if (sameDiagonal && runs[3 * i] + runs[3 * i + 2] >= start) {
        return i;
      }
    }
    return -1;
  }

  /** The runs of the best chain, in order. */
  private static int[] best(int[] runs) {
    int n = runs.length / 3;
    double[] score = new double[n];
    int[] from = new int[n];
    int top = -1;
    for (int i = 0; i < n; i++) {
      score[i] = runs[3 * i + 2];
      from[i] = -1;
      for (int j = i - 1; j >= Math.max(0, i - LOOK_BACK); j--) {
        double joined = score[j] + gain(runs, j, i);
        if (joined > score[i]) {
          score[i] = joined;
          from[i] = j;
        }
      }
      if (top < 0 || score[i] > score[top]) {
        top = i;
      }
    }
    int count = 0;
    for (int i = top; i >= 0; i = from[i]) {
      count++;
    }
    int[] order = new int[count];
    for (int i = top; i >= 0; i = from[i]) {
      order[--count] = i;
    }
    return order;
  }

  /** What run i adds after run j: its new letters less the cost of the jump between diagonals. */
  private static double gain(int[] runs, int j, int i) {
    int queryGap = runs[3 * i] - runs[3 * j] - runs[3 * j + 2];
    int referenceGap = runs[3 * i + 1] - runs[3 * j + 1] - runs[3 * j + 2];
    int overlap = Math.max(0, -Math.min(queryGap, referenceGap));
    int letters = runs[3 * i + 2] - overlap;
    if (letters <= 0) {
      return Double.NEGATIVE_INFINITY;
    }
    int jump = Math.abs(queryGap - referenceGap);
    double cost = jump == 0 ? 0 : 3 + 0.05 * jump + Math.log(1 + jump);
    return letters - cost;
  }
}
