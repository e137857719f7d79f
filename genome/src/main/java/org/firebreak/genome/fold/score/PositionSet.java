package org.firebreak.genome.fold.score;

import java.util.Arrays;

/**
 * A set of positions as bits in two levels: a bit of the upper level says whether a word of the
 * lower has any. Walking the set costs its words, not the length of the sequence.
 */
public final class PositionSet {

  private final long[] words;
  private final long[] summary;

  public PositionSet(int length) {
    words = new long[(length >> 6) + 2];
    summary = new long[(words.length >> 6) + 1];
  }

  public void add(int position) {
    int word = position >> 6;
    words[word] |= 1L << position;
    summary[word >> 6] |= 1L << word;
  }

  public void remove(int position) {
    int word = position >> 6;
    words[word] &= ~(1L << position);
    if (words[word] == 0) {
      summary[word >> 6] &= ~(1L << word);
    }
  }

  public void clear() {
    Arrays.fill(words, 0);
    Arrays.fill(summary, 0);
  }

  public boolean contains(int position) {
    return (words[position >> 6] & (1L << position)) != 0;
  }

  /** Adds {@code from} to {@code to - 1}; at most 64 positions. */
  public void addRange(int from, int to) {
    if (from >= to) {
      return;
    }
    int word = from >> 6;
    long bits = -1L >>> (64 - (to - from));
    words[word] |= bits << from;
    summary[word >> 6] |= 1L << word;
    int last = (to - 1) >> 6;
    if (last != word) {
      words[last] |= bits >>> (64 - (from & 63));
      summary[last >> 6] |= 1L << last;
    }
  }

  /** Writes the members that are in {@code filter} too and below {@code end}; returns how many. */
  public int members(PositionSet filter, int end, int[] out) {
    int count = 0;
    for (int s = 0; s < summary.length; s++) {
      for (long upper = summary[s]; upper != 0; upper &= upper - 1) {
        int word = (s << 6) + Long.numberOfTrailingZeros(upper);
        for (long bits = words[word] & filter.words[word]; bits != 0; bits &= bits - 1) {
          int position = (word << 6) + Long.numberOfTrailingZeros(bits);
          if (position >= end) {
            return count;
          }
          out[count++] = position;
        }
      }
    }
    return count;
  }
}
