package org.firebreak.trace.ingest;

import java.util.Arrays;

/**
 * Names met in one block of a file that have no number yet, each once, in order of appearance. For
 * one thread.
 */
final class NameBlock {

  private byte[] text = new byte[1 << 12];
  private int[] ends = new int[257];
  private int[] slots = new int[512];
  private int count;

  void clear() {
    count = 0;
    Arrays.fill(slots, 0);
  }

  int count() {
    return count;
  }

  byte[] text() {
    return text;
  }

  int start(int index) {
    return ends[index];
  }

  int length(int index) {
    return ends[index + 1] - ends[index];
  }

  /** The index of a name here; a new one if it has none. */
  int index(byte[] name, int from, int to) {
    int mask = slots.length - 1;
    int at = hash(name, from, to) & mask;
    while (slots[at] != 0) {
      int index = slots[at] - 1;
      if (Arrays.equals(text, ends[index], ends[index + 1], name, from, to)) {
        return index;
      }
      at = (at + 1) & mask;
    }
    int end = ends[count] + to - from;
    if (end > text.length) {
      text = Arrays.copyOf(text, Math.max(end, 2 * text.length));
    }
    if (count + 2 > ends.length) {
      ends = Arrays.copyOf(ends, 2 * ends.length);
    }
    System.arraycopy(name, from, text, ends[count], to - from);
    ends[count + 1] = end;
    slots[at] = ++count;
    if (2 * count > slots.length) {
      grow();
    }
    return count - 1;
  }

  private void grow() {
    slots = new int[2 * slots.length];
    int mask = slots.length - 1;
    for (int i = 0; i < count; i++) {
      int at = hash(text, ends[i], ends[i + 1]) & mask;
      while (slots[at] != 0) {
        at = (at + 1) & mask;
      }
      slots[at] = i + 1;
    }
  }

  private static int hash(byte[] name, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + name[i];
    }
    return (hash * 0x9E37_79B9) >>> 7;
  }
}
