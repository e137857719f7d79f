package org.firebreak.genome.align;

import java.util.Arrays;
import org.firebreak.genome.annotation.GeneticCode;

/**
 * Where each k-letter word of the reference stands: open addressing over packed words, two bits a
 * letter. Words that stand more than once are marked and never anchor.
 *
 * <p>About 16 bytes a reference letter. Immutable after construction; safe for many threads.
 */
final class SeedIndex {

  static final int ABSENT = -1;
  static final int REPEATED = -2;

  private static final byte[] CODE = codeTable();

  private final int k;
  private final int mask;
  private final int[] words;
  private final int[] positions;
  private final int shift;

  /**
   * Indexes every word of the reference.
   *
   * @param k word length, 8 to 16
   */
  SeedIndex(byte[] reference, int k) {
    this.k = k;
    int capacity = Integer.highestOneBit(Math.max(64, 2 * reference.length)) << 1;
    this.mask = capacity - 1;
    this.shift = Integer.numberOfLeadingZeros(mask);
    this.words = new int[capacity];
    this.positions = new int[capacity];
    Arrays.fill(positions, ABSENT);
    WordScan scan = new WordScan(reference, 0, reference.length, k);
    while (scan.next()) {
      add(scan.word(), scan.start());
    }
  }

  private void add(int word, int position) {
    int slot = slot(word);
    while (positions[slot] != ABSENT) {
      if (words[slot] == word) {
        positions[slot] = REPEATED;
        return;
      }
      slot = (slot + 1) & mask;
    }
    words[slot] = word;
    positions[slot] = position;
  }

  /** Position of the word in the reference, {@link #ABSENT} or {@link #REPEATED}. */
  int find(int word) {
    int slot = slot(word);
    while (positions[slot] != ABSENT) {
      if (words[slot] == word) {
        return positions[slot];
      }
      slot = (slot + 1) & mask;
    }
    return ABSENT;
  }

  int k() {
    return k;
  }

  /** How many of the sequence's words, one in {@code step}, stand in the reference. */
  int countHits(byte[] sequence, int step) {
    int hits = 0;
    WordScan scan = new WordScan(sequence, 0, sequence.length, k);
    while (scan.next()) {
      if (scan.start() % step == 0 && find(scan.word()) != ABSENT) {
        hits++;
      }
    }
    return hits;
  }

  /** Hits of the reverse complement. */
  int countReverseHits(byte[] sequence, int step) {
    return countHits(GeneticCode.reverseComplement(sequence), step);
  }

  private int slot(int word) {
    return (word * 0x9E3779B1) >>> shift & mask;
  }

  private static byte[] codeTable() {
    byte[] table = new byte[128];
    Arrays.fill(table, (byte) -1);
    table['A'] = 0;
    table['C'] = 1;
    table['G'] = 2;
    table['T'] = 3;
    return table;
  }

  /** Rolls over the words of a sequence, leaving out those with a letter other than A, C, G, T. */
  static final class WordScan {
    private final byte[] sequence;
    private final int end;
    private final int k;
    private final int wordMask;
    private int at;
    private int run;
    private int word;

    WordScan(byte[] sequence, int start, int end, int k) {
      this.sequence = sequence;
      this.end = end;
      this.k = k;
      this.wordMask = k == 16 ? -1 : (1 << (2 * k)) - 1;
      this.at = start;
    }

    boolean next() {
      while (at < end) {
        int code = CODE[sequence[at++]];
        if (code < 0) {
          run = 0;
          continue;
        }
        word = ((word << 2) | code) & wordMask;
        if (++run >= k) {
          return true;
        }
      }
      return false;
    }

    int word() {
      return word;
    }

    /** Where the word starts in the sequence. */
    int start() {
      return at - k;
    }
  }
}
