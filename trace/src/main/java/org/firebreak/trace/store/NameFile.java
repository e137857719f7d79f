package org.firebreak.trace.store;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * An immutable part of a dictionary: the names of the numbers {@code first} to {@code first +
 * count}, and the way back from name to number by an open hash table. Mapped; no memory per name.
 *
 * <p>Body (frame: {@link ContainerWriter}): the bytes of all names (UTF-8), from where each begins
 * (4 bytes each, one more than names), 8 bytes for each slot of the table (upper half of the hash;
 * index + 1, 0 = free), one byte of kind for each name. Fields: 0 first number, 1 count, 2-5 starts
 * of the four, 6 slots. An empty name is one that was erased.
 *
 * <p>Immutable; safe for use by several threads.
 */
final class NameFile {

  /** The names to write. */
  interface Names {
    int count();

    /** The name of an index, in UTF-8; empty if it was erased. */
    byte[] name(int index);

    int kind(int index);
  }

  private static final long BYTES_MAX = 0xFFFF_FFF0L;

  private final Container file;
  private final MemorySegment bytes;
  private final int first;
  private final int count;
  private final long text;
  private final long offsets;
  private final long slots;
  private final long kinds;
  private final long mask;

  NameFile(String name, MemorySegment mapped, int type) {
    this.file = new Container(name, mapped, type);
    this.bytes = mapped;
    this.first = (int) file.field(0);
    this.count = (int) file.field(1);
    this.text = file.field(2);
    this.offsets = file.field(3);
    this.slots = file.field(4);
    this.kinds = file.field(5);
    this.mask = file.field(6) - 1;
  }

  /** Writes and syncs a file. */
  static void write(Storage.Output output, int type, int first, Names names) throws IOException {
    ContainerWriter out = new ContainerWriter(output, type);
    int count = names.count();
    long[] fields = new long[ContainerWriter.FIELDS];
    fields[0] = first;
    fields[1] = count;
    fields[2] = out.position();
    int[] ends = new int[count + 1];
    long length = 0;
    int slotCount = Math.max(8, Integer.highestOneBit(Math.max(1, count)) * 2);
    if (slotCount - slotCount / 4 < count) {
      slotCount *= 2;
    }
    long[] table = new long[slotCount];
    for (int i = 0; i < count; i++) {
      byte[] name = names.name(i);
      out.write(name, 0, name.length);
      length += name.length;
      if (length > BYTES_MAX) {
        throw new IOException("More than 4 GiB of names in one dictionary");
      }
      ends[i + 1] = (int) length;
      if (name.length > 0) {
        insert(table, Hashes.of(name, 0, name.length), i);
      }
    }
    out.align();
    fields[3] = out.position();
    for (int end : ends) {
      out.writeInt(end);
    }
    out.align();
    fields[4] = out.position();
    for (long slot : table) {
      out.writeLong(slot);
    }
    fields[5] = out.position();
    byte[] kind = new byte[1];
    for (int i = 0; i < count; i++) {
      kind[0] = (byte) names.kind(i);
      out.write(kind, 0, 1);
    }
    fields[6] = slotCount;
    out.finish(fields);
  }

  private static void insert(long[] table, long hash, int index) {
    int at = (int) hash & (table.length - 1);
    while (table[at] != 0) {
      at = (at + 1) & (table.length - 1);
    }
    table[at] = hash >>> 32 << 32 | (index + 1);
  }

  int first() {
    return first;
  }

  int count() {
    return count;
  }

  long sizeBytes() {
    return bytes.byteSize();
  }

  String fileName() {
    return file.name();
  }

  /** The number of a name; -1 if it is not here. */
  int find(byte[] name, int offset, int length, long hash) {
    for (long at = hash & mask; ; at = (at + 1) & mask) {
      long slot = bytes.get(Container.LONG, slots + 8 * at);
      if (slot == 0) {
        return -1;
      }
      if (slot >>> 32 == hash >>> 32) {
        int index = (int) slot - 1;
        if (equal(index, name, offset, length)) {
          return first + index;
        }
      }
    }
  }

  private boolean equal(int index, byte[] name, int offset, int length) {
    long from = start(index);
    if (start(index + 1) - from != length) {
      return false;
    }
    long at = text + from;
    for (int i = 0; i < length; i++) {
      if (bytes.get(ValueLayout.JAVA_BYTE, at + i) != name[offset + i]) {
        return false;
      }
    }
    return true;
  }

  private long start(int index) {
    return Integer.toUnsignedLong(bytes.get(Container.INT, offsets + 4L * index));
  }

  /** The name of a number from here, in UTF-8. */
  byte[] name(int number) {
    int index = number - first;
    long from = start(index);
    byte[] name = new byte[(int) (start(index + 1) - from)];
    MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, text + from, name, 0, name.length);
    return name;
  }

  int kind(int number) {
    return bytes.get(ValueLayout.JAVA_BYTE, kinds + number - first) & 0xFF;
  }

  List<String> damage() {
    return file.damage();
  }
}
