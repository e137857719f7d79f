package org.firebreak.trace.store;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.firebreak.base.error.DataException;

/**
 * A file of {@link ContainerWriter}, opened: mapped, not read. Opening checks magic, version, type,
 * length and trailer; {@link #damage} checks every byte. Immutable; safe for use by several
 * threads.
 */
final class Container {

  static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final String name;
  private final MemorySegment bytes;
  private final long bodyEnd;
  private final long trailer;

  /**
   * @throws DataException if it is not a whole file of this type
   */
  Container(String name, MemorySegment bytes, int type) {
    this.name = name;
    this.bytes = bytes;
    long size = bytes.byteSize();
    if (size < ContainerWriter.HEADER_BYTES + ContainerWriter.TRAILER_BYTES) {
      throw damaged("has only " + size + " bytes");
    }
    for (int i = 0; i < ContainerWriter.MAGIC.length; i++) {
      if (bytes.get(ValueLayout.JAVA_BYTE, i) != ContainerWriter.MAGIC[i]) {
        throw damaged("does not begin as a file of the stay store");
      }
    }
    if (bytes.get(INT, 8) != ContainerWriter.VERSION) {
      throw damaged("has format version " + bytes.get(INT, 8) + "; this program reads 1");
    }
    if (bytes.get(INT, 12) != type) {
      throw damaged("is of type " + bytes.get(INT, 12) + " instead of " + type);
    }
    this.trailer = size - ContainerWriter.TRAILER_BYTES;
    this.bodyEnd = bytes.get(LONG, trailer + 8L * ContainerWriter.FIELDS);
    checkTrailer(size);
  }

  private void checkTrailer(long size) {
    if (bytes.get(INT, size - 4) != ContainerWriter.END_MAGIC) {
      throw damaged("does not end as a file of the stay store; it is cut off or overwritten");
    }
    if (bodyEnd < ContainerWriter.HEADER_BYTES || bodyEnd + 4L * chunks() != trailer) {
      throw damaged("has " + size + " bytes, which does not fit its trailer");
    }
    CRC32C crc = new CRC32C();
    crc.update(bytes.asSlice(bodyEnd, size - 8 - bodyEnd).asByteBuffer());
    if ((int) crc.getValue() != bytes.get(INT, size - 8)) {
      throw damaged("has a damaged trailer");
    }
  }

  private long chunks() {
    return (bodyEnd + ContainerWriter.CHUNK_BYTES - 1) / ContainerWriter.CHUNK_BYTES;
  }

  DataException damaged(String what) {
    return new DataException("store-damaged", name + ": " + what);
  }

  String name() {
    return name;
  }

  MemorySegment bytes() {
    return bytes;
  }

  long field(int index) {
    return bytes.get(LONG, trailer + 8L * index);
  }

  /**
   * Bytes in which the checksum does not fit, as sentences; empty if all fits. Reads everything.
   */
  List<String> damage() {
    List<String> found = new ArrayList<>();
    for (long i = 0; i < chunks(); i++) {
      long from = i * ContainerWriter.CHUNK_BYTES;
      long length = Math.min(ContainerWriter.CHUNK_BYTES, bodyEnd - from);
      CRC32C crc = new CRC32C();
      crc.update(bytes.asSlice(from, length).asByteBuffer());
      if ((int) crc.getValue() != bytes.get(INT, bodyEnd + 4 * i)) {
        found.add(
            "%s: bytes %d to %d do not fit their checksum".formatted(name, from, from + length));
      }
    }
    return found;
  }
}
