package org.firebreak.genome.align;

/**
 * Moves each gap as far to the left as the letters allow (the normal form of VCF; Tan, Abecasis and
 * Kang 2015), never through another gap.
 */
final class LeftAlignment {

  private LeftAlignment() {}

  static void apply(byte[] query, byte[] reference, Blocks blocks) {
    for (int i = 0; i + 1 < blocks.size(); i++) {
      int inserted = blocks.query(i + 1) - blocks.queryEnd(i);
      int deleted = blocks.reference(i + 1) - blocks.referenceEnd(i);
      if (inserted == 0 || deleted == 0) {
        byte[] longer = inserted == 0 ? reference : query;
        int end = inserted == 0 ? blocks.reference(i + 1) : blocks.query(i + 1);
        blocks.shiftGapLeft(i, reach(query, reference, blocks, i, longer, end));
      }
    }
  }

  /** By how many columns the gap after stretch i can move. */
  private static int reach(
      byte[] query, byte[] reference, Blocks blocks, int i, byte[] longer, int end) {
    int most = blocks.length(i) - 1;
    int n = 0;
    while (n < most) {
      byte before = query[blocks.queryEnd(i) - 1 - n];
      if (before != reference[blocks.referenceEnd(i) - 1 - n] || before != longer[end - 1 - n]) {
        break;
      }
      n++;
    }
    return n;
  }
}
