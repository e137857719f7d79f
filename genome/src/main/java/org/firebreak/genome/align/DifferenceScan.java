package org.firebreak.genome.align;

import java.util.Arrays;

/**
 * Runs over an ungapped stretch and stops where the genome's letter is not the reference's: at a
 * run of N, or at a single other letter. Equal letters are passed at memory speed. For one thread.
 */
public final class DifferenceScan {

  private static final byte[] UNKNOWN = unknown();

  private final byte[] query;
  private final byte[] reference;
  private int at;
  private int end;
  private int shift;
  private int start;

  public DifferenceScan(byte[] query, byte[] reference) {
    this.query = query;
    this.reference = reference;
  }

  /** Starts on a stretch. */
  public void begin(int queryStart, int referenceStart, int length) {
    at = queryStart;
    end = queryStart + length;
    shift = referenceStart - queryStart;
  }

  /** Moves to the next difference; false at the end of the stretch. */
  public boolean next() {
    int same = Arrays.mismatch(query, at, end, reference, at + shift, end + shift);
    if (same < 0) {
      at = end;
      return false;
    }
    start = at + same;
    at = query[start] == 'N' ? skipUnknown(query, start, end) : start + 1;
    return true;
  }

  /** Reference position of the difference. */
  public int position() {
    return start + shift;
  }

  /** Length of the difference: 1, or that of a run of N. */
  public int length() {
    return at - start;
  }

  /** The genome's letter; N for a run. */
  public byte letter() {
    return query[start];
  }

  /** End of the run of N that starts at {@code from}. */
  static int skipUnknown(byte[] query, int from, int end) {
    int q = from;
    while (q < end) {
      int most = Math.min(UNKNOWN.length, end - q);
      int same = Arrays.mismatch(query, q, q + most, UNKNOWN, 0, most);
      if (same >= 0) {
        return q + same;
      }
      q += most;
    }
    return q;
  }

  private static byte[] unknown() {
    byte[] letters = new byte[4096];
    Arrays.fill(letters, (byte) 'N');
    return letters;
  }
}
