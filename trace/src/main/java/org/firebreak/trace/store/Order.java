package org.firebreak.trace.store;

import java.lang.foreign.MemorySegment;

/**
 * One of the two orders of a day segment, read in place. Immutable; safe for use by several
 * threads; a {@link BlockCursor} reads the rows.
 */
final class Order {

  private final MemorySegment bytes;
  private final long start;
  private final int blocks;
  private final long directory;
  private final long guide;
  private final int shift;
  private final int greatestKey;
  private final long rows;
  private final int[] evidenceCodes;

  Order(Container file, int firstField, int[] evidenceCodes) {
    this.bytes = file.bytes();
    this.start = file.field(firstField);
    this.blocks = (int) file.field(firstField + 1);
    this.directory = file.field(firstField + 2);
    this.guide = file.field(firstField + 3);
    this.shift = (int) (file.field(firstField + 4) >>> 32);
    this.greatestKey = (int) file.field(firstField + 4);
    this.rows = file.field(firstField + 5);
    this.evidenceCodes = evidenceCodes;
  }

  MemorySegment bytes() {
    return bytes;
  }

  int blocks() {
    return blocks;
  }

  long rows() {
    return rows;
  }

  int greatestKey() {
    return greatestKey;
  }

  int evidenceCode(int index) {
    return evidenceCodes[index];
  }

  int[] evidenceCodes() {
    return evidenceCodes;
  }

  int firstKey(int block) {
    return bytes.get(Container.INT, directory + 8L * block);
  }

  long offset(int block) {
    return start
        + (Integer.toUnsignedLong(bytes.get(Container.INT, directory + 8L * block + 4)) << 3);
  }

  /** First block that can hold rows of the key; {@link #blocks} if none can. */
  int firstBlockOf(int key) {
    if (key > greatestKey || rows == 0) {
      return blocks;
    }
    int bucket = key >>> shift;
    int low = bytes.get(Container.INT, guide + 4L * bucket);
    int high = bytes.get(Container.INT, guide + 4L * bucket + 4);
    while (low < high) { // first block whose first key is not below the key
      int middle = (low + high) >>> 1;
      if (firstKey(middle) < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Math.max(0, low - 1);
  }
}
