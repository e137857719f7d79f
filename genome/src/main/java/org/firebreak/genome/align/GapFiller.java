package org.firebreak.genome.align;

import java.util.Arrays;

/**
 * Banded global alignment with affine gaps (Gotoh 1982) of the small stretch between two anchors.
 *
 * <p>States M (aligned), D (reference letter without partner), I (query letter without partner);
 * M(i,j) = best(i-1,j-1) + s, D(i,j) = max(M,I(i,j-1) - open(j-1), D(i,j-1)) - extend, I likewise.
 * One traceback byte a cell. The band holds both corners' diagonals and {@code margin} more on each
 * side. For one thread; its arrays are reused.
 */
final class GapFiller {

  /** Largest table, in cells; a larger stretch is left to {@link GenomeAligner}. */
  static final long MOST_CELLS = 1L << 24;

  private static final int LOW = Integer.MIN_VALUE / 4;
  private static final int WHOLE_TABLE = 1 << 18;
  private static final int M = 0;
  private static final int D = 1;
  private static final int I = 2;

  private final int[] open;
  private int[] m = new int[256];
  private int[] d = new int[256];
  private int[] ins = new int[256];
  private byte[] trace = new byte[1 << 14];
  private int[] steps = new int[48];

  private int low;
  private int width;

  GapFiller(int[] open) {
    this.open = open;
  }

  /** Cells that {@link #fill} would need. */
  static long cells(int queryLength, int referenceLength) {
    return (long) (queryLength + 1) * bandWidth(queryLength, referenceLength);
  }

  private static int bandWidth(int n, int k) {
    long whole = (long) (n + 1) * (k + 1);
    if (whole <= WHOLE_TABLE) {
      return n + k + 1;
    }
    return Math.abs(k - n) + 2 * margin(n, k) + 1;
  }

  private static int margin(int n, int k) {
    return Math.max(64, Math.min(n, k) / 8);
  }

  /** Aligns query[q, qe) with reference[r, re) and appends the stretches to {@code out}. */
  void fill(byte[] query, int q, int qe, byte[] reference, int r, int re, Blocks out) {
    int n = qe - q;
    int k = re - r;
    if (n == 0 || k == 0) {
      return;
    }
    width = bandWidth(n, k);
    boolean whole = width == n + k + 1;
    low = whole ? -n : Math.min(0, k - n) - margin(n, k);
    prepare(n);
    firstRow(r, k);
    for (int i = 1; i <= n; i++) {
      row(i, query[q + i - 1], reference, r, k);
    }
    traceBack(n, k, q, r, out);
  }

  /** Cell (i, j) stands in row i at column j - i - low of the band. */
  private void prepare(int n) {
    if (m.length < width + 2) {
      m = new int[width + 64];
      d = new int[width + 64];
      ins = new int[width + 64];
    }
    long need = (long) (n + 1) * width;
    if (trace.length < need) {
      trace = new byte[(int) Math.max(need, Math.min(MOST_CELLS, 2L * trace.length))];
    }
    Arrays.fill(m, 0, width + 2, LOW);
    Arrays.fill(d, 0, width + 2, LOW);
    Arrays.fill(ins, 0, width + 2, LOW);
  }

  private void firstRow(int r, int k) {
    for (int j = 0; j <= k && j - low < width; j++) {
      int c = j - low;
      if (c < 0) {
        continue;
      }
      if (j == 0) {
        m[c] = 0;
      } else {
        int opened = m[c - 1] - open[r + j - 1];
        boolean extend = d[c - 1] > opened;
        d[c] = Math.max(opened, d[c - 1]) - GapCosts.EXTEND;
        trace[c] = (byte) ((extend ? D : M) << 2);
      }
    }
  }

  private void row(int i, byte letter, byte[] reference, int r, int k) {
    int from = Math.max(0, i + low);
    int to = Math.min(k, i + low + width - 1);
    int base = i * width;
    int leftM = LOW;
    int leftD = LOW;
    int leftI = LOW;
    for (int j = from; j <= to; j++) {
      int c = j - i - low;
      // Row above: cell (i-1, j-1) is at c, cell (i-1, j) at c + 1.
      int aboveM = c + 1 < width ? m[c + 1] : LOW;
      int aboveI = c + 1 < width ? ins[c + 1] : LOW;
      int aboveD = c + 1 < width ? d[c + 1] : LOW;
      int cost = open[r + j];
      int way = 0;
      int newM = LOW;
      if (j > 0) {
        int best = m[c];
        if (d[c] > best) {
          best = d[c];
          way = D;
        }
        if (ins[c] > best) {
          best = ins[c];
          way = I;
        }
        boolean same = Letters.compatible(letter, reference[r + j - 1]);
        newM = best + (same ? GapCosts.MATCH : GapCosts.MISMATCH);
      }
      int openI = Math.max(aboveM, aboveD) - cost;
      int newI = Math.max(openI, aboveI) - GapCosts.EXTEND;
      way |= (aboveI > openI ? I : aboveD > aboveM ? D : M) << 4;
      int newD = LOW;
      if (j > 0) {
        int openD = Math.max(leftM, leftI) - open[r + j - 1];
        newD = Math.max(openD, leftD) - GapCosts.EXTEND;
        way |= (leftD > openD ? D : leftI > leftM ? I : M) << 2;
      }
      trace[base + c] = (byte) way;
      m[c] = leftM = newM;
      d[c] = leftD = newD;
      ins[c] = leftI = newI;
    }
  }

  private void traceBack(int n, int k, int q, int r, Blocks out) {
    int i = n;
    int j = k;
    int end = k - n - low;
    int state = m[end] >= d[end] && m[end] >= ins[end] ? M : d[end] >= ins[end] ? D : I;
    int count = 0;
    while (i > 0 || j > 0) {
      int way = trace[i * width + j - i - low];
      if (state == M) {
        if (count + 2 > steps.length) {
          steps = Arrays.copyOf(steps, 2 * steps.length);
        }
        i--;
        j--;
        steps[count++] = i;
        steps[count++] = j;
        state = way & 3;
      } else if (state == D) {
        j--;
        state = way >> 2 & 3;
      } else {
        i--;
        state = way >> 4 & 3;
      }
    }
    for (int s = count - 2; s >= 0; s -= 2) {
      out.add(q + steps[s], r + steps[s + 1], 1);
    }
  }
}
