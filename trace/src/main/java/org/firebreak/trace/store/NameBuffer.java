package org.firebreak.trace.store;

import java.util.Arrays;

/** New names that are not in a file yet. For one thread. */
final class NameBuffer implements NameFile.Names {

  private byte[] text = new byte[1 << 12];
  private int[] ends = new int[257];
  private byte[] kinds = new byte[256];
  private long[] slots = new long[512];
  private int count;

  @Override
  public int count() {
    return count;
  }

  @Override
  public byte[] name(int index) {
    return Arrays.copyOfRange(text, ends[index], ends[index + 1]);
  }

  @Override
  public int kind(int index) {
    return kinds[index] & 0xFF;
  }

  /** The index of a name; -1 if it is not here. */
  int find(byte[] name, int offset, int length, long hash) {
    int mask = slots.length - 1;
    for (int at = (int) hash & mask; slots[at] != 0; at = (at + 1) & mask) {
      if (slots[at] >>> 32 == hash >>> 32) {
        int index = (int) slots[at] - 1;
        if (Arrays.equals(text, ends[index], ends[index + 1], name, offset, offset + length)) {
          return index;
        }
      }
    }
    return -1;
  }

  /** Adds a name that is not here; the answer is its index. */
  int add(byte[] name, int offset, int length, long hash, int kind) {
    if (count == kinds.length) {
      ends = Arrays.copyOf(ends, 2 * count + 1);
      kinds = Arrays.copyOf(kinds, 2 * count);
    }
    int end = Math.addExact(ends[count], length);
    if (end > text.length) {
      text =
          Arrays.copyOf(
              text, Math.max(end, (int) Math.min(Integer.MAX_VALUE - 8, 2L * text.length)));
    }
    System.arraycopy(name, offset, text, ends[count], length);
    ends[count + 1] = end;
    kinds[count] = (byte) kind;
    insert(hash, count);
    count++;
    if (2 * count > slots.length) {
      grow();
    }
    return count - 1;
  }

  private void insert(long hash, int index) {
    int mask = slots.length - 1;
    int at = (int) hash & mask;
    while (slots[at] != 0) {
      at = (at + 1) & mask;
    }
    slots[at] = hash >>> 32 << 32 | (index + 1);
  }

  private void grow() {
    slots = new long[2 * slots.length];
    for (int i = 0; i < count; i++) {
      insert(Hashes.of(text, ends[i], ends[i + 1] - ends[i]), i);
    }
  }
}
