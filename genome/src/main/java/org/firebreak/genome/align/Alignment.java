package org.firebreak.genome.align;

import java.util.Arrays;

/**
 * How a genome lies on the reference: ungapped stretches, collinear in both; between two of them is
 * a deletion, an insertion or both. Gaps stand as far left as they can.
 *
 * @param query the genome without gap letters; not copied
 * @param stretches (query start, reference start, length) after each other, at least one
 */
@SuppressWarnings("ArrayRecordComponent") // handed over within one thread, never compared
public record Alignment(byte[] query, int[] stretches) {

  public Alignment {
    if (stretches.length == 0 || stretches.length % 3 != 0) {
      throw new IllegalArgumentException("An alignment has whole stretches, at least one");
    }
  }

  static Alignment of(byte[] query, Blocks blocks) {
    int[] stretches = new int[3 * blocks.size()];
    for (int i = 0; i < blocks.size(); i++) {
      stretches[3 * i] = blocks.query(i);
      stretches[3 * i + 1] = blocks.reference(i);
      stretches[3 * i + 2] = blocks.length(i);
    }
    return new Alignment(query, stretches);
  }

  /** Number of stretches. */
  public int count() {
    return stretches.length / 3;
  }

  public int queryStart(int i) {
    return stretches[3 * i];
  }

  public int referenceStart(int i) {
    return stretches[3 * i + 1];
  }

  public int length(int i) {
    return stretches[3 * i + 2];
  }

  public int queryEnd(int i) {
    return queryStart(i) + length(i);
  }

  public int referenceEnd(int i) {
    return referenceStart(i) + length(i);
  }

  /** First reference position covered, 0-based. */
  public int start() {
    return referenceStart(0);
  }

  /** End of the reference range covered, exclusive. */
  public int end() {
    return referenceEnd(count() - 1);
  }

  /** Writes the genome in reference coordinates into {@code row}: insertions cut out, gaps '-'. */
  public void writeRow(byte[] row) {
    Arrays.fill(row, (byte) '-');
    for (int i = 0; i < count(); i++) {
      System.arraycopy(query, queryStart(i), row, referenceStart(i), length(i));
    }
  }
}
