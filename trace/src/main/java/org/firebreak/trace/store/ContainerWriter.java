package org.firebreak.trace.store;

import java.io.Closeable;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Writes one immutable, checksummed file front to back; the frame of day segments and dictionaries.
 *
 * <p>Format, all little-endian:
 *
 * <pre>
 * header    8 bytes  magic "FBTRACE" and a line feed (a text-mode transfer breaks it)
 *           4        version of the frame, 1
 *           4        type: {@link #SEGMENT}, {@link #PERSONS}, {@link #PLACES}, {@link #FACTS}
 * body               as the type says
 * checksums 4 each   CRC-32C of every whole or last 1 MiB chunk of header and body
 * trailer   128      14 fields of 8 bytes, as the type says
 *           8        length of header and body
 *           4        CRC-32C of checksums, fields and length
 *           4        magic "FBE1"
 * </pre>
 *
 * So a file that opens is complete (length, trailer and its checksum fit), and a check of the
 * chunks names the damaged megabyte. Not safe for several threads.
 */
final class ContainerWriter implements Closeable {

  static final byte[] MAGIC = {'F', 'B', 'T', 'R', 'A', 'C', 'E', '\n'};
  static final int END_MAGIC = 0x3145_4246;
  static final int VERSION = 1;
  static final int SEGMENT = 1;
  static final int PERSONS = 2;
  static final int PLACES = 3;
  static final int FACTS = 4;
  static final int HEADER_BYTES = 16;
  static final int CHUNK_BYTES = 1 << 20;
  static final int FIELDS = 14;
  static final int TRAILER_BYTES = 8 * FIELDS + 16;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final Storage.Output out;
  private final byte[] chunk = new byte[CHUNK_BYTES];
  private int filled;
  private long position;
  private int[] checksums = new int[64];
  private int chunks;

  ContainerWriter(Storage.Output out, int type) throws IOException {
    this.out = out;
    write(MAGIC, 0, MAGIC.length);
    writeInt(VERSION);
    writeInt(type);
  }

  /** Bytes from the start of the file. */
  long position() {
    return position;
  }

  void write(byte[] bytes, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      int part = Math.min(length - done, CHUNK_BYTES - filled);
      System.arraycopy(bytes, offset + done, chunk, filled, part);
      advance(part);
      done += part;
    }
  }

  void writeInt(int value) throws IOException {
    if (filled + 4 <= CHUNK_BYTES) {
      INT.set(chunk, filled, value);
      advance(4);
    } else {
      byte[] bytes = new byte[4];
      INT.set(bytes, 0, value);
      write(bytes, 0, 4);
    }
  }

  void writeLong(long value) throws IOException {
    if (filled + 8 <= CHUNK_BYTES) {
      LONG.set(chunk, filled, value);
      advance(8);
    } else {
      byte[] bytes = new byte[8];
      LONG.set(bytes, 0, value);
      write(bytes, 0, 8);
    }
  }

  /** Fills with zeros up to a multiple of 8. */
  void align() throws IOException {
    while ((position & 7) != 0) {
      chunk[filled] = 0;
      advance(1);
    }
  }

  private void advance(int bytes) throws IOException {
    filled += bytes;
    position += bytes;
    if (filled == CHUNK_BYTES) {
      flushChunk();
    }
  }

  private void flushChunk() throws IOException {
    CRC32C crc = new CRC32C();
    crc.update(chunk, 0, filled);
    if (chunks == checksums.length) {
      checksums = Arrays.copyOf(checksums, 2 * chunks);
    }
    checksums[chunks++] = (int) crc.getValue();
    out.write(chunk, 0, filled);
    filled = 0;
  }

  /** Ends the file with its trailer and makes it safe. */
  void finish(long... fields) throws IOException {
    writeLong(0); // readers of packed columns look up to 8 bytes ahead
    align();
    if (filled > 0) {
      flushChunk();
    }
    byte[] end = new byte[4 * chunks + TRAILER_BYTES];
    for (int i = 0; i < chunks; i++) {
      INT.set(end, 4 * i, checksums[i]);
    }
    int at = 4 * chunks;
    for (int i = 0; i < FIELDS; i++) {
      LONG.set(end, at + 8 * i, i < fields.length ? fields[i] : 0L);
    }
    LONG.set(end, at + 8 * FIELDS, position);
    CRC32C crc = new CRC32C();
    crc.update(end, 0, end.length - 8);
    INT.set(end, end.length - 8, (int) crc.getValue());
    INT.set(end, end.length - 4, END_MAGIC);
    out.write(end, 0, end.length);
    out.sync();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
