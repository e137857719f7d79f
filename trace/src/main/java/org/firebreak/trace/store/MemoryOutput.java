package org.firebreak.trace.store;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;

/** A file in memory. */
final class MemoryOutput implements Storage.Output {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Override
  public void write(byte[] source, int offset, int length) {
    bytes.write(source, offset, length);
  }

  @Override
  public void sync() {}

  @Override
  public void close() {}

  MemorySegment toSegment() {
    return MemorySegment.ofArray(bytes.toByteArray());
  }
}
