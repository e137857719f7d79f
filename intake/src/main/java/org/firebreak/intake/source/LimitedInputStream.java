package org.firebreak.intake.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.firebreak.base.error.DataException;

/** A decompressed stream that refuses to become a zip bomb. Not thread-safe. */
final class LimitedInputStream extends FilterInputStream {

  private final String file;
  private final LongSupplier compressedBytes;
  private long bytes;

  /**
   * @param compressedBytes bytes read so far before decompression
   */
  LimitedInputStream(String file, InputStream decompressed, LongSupplier compressedBytes) {
    super(decompressed);
    this.file = file;
    this.compressedBytes = compressedBytes;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      count(1);
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    if (n > 0) {
      count(n);
    }
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    long skipped = super.skip(n);
    count(skipped);
    return skipped;
  }

  private void count(long n) {
    bytes += n;
    checkRatio(file, bytes, compressedBytes.getAsLong());
  }

  /**
   * @throws DataException if the sizes look like a zip bomb
   */
  static void checkRatio(String file, long uncompressed, long compressed) {
    if (uncompressed > SourceLimits.UNCOMPRESSED_BYTES_MAX) {
      throw new DataException(
          "file-too-large",
          "%s: more than %d GiB after decompression; split it"
              .formatted(file, SourceLimits.UNCOMPRESSED_BYTES_MAX >> 30));
    }
    if (uncompressed > SourceLimits.RATIO_GRACE_BYTES
        && uncompressed > SourceLimits.COMPRESSION_RATIO_MAX * Math.max(compressed, 1)) {
      throw new DataException(
          "compression-bomb",
          "%s: grows more than %d-fold on decompression; send it uncompressed if it is genuine"
              .formatted(file, SourceLimits.COMPRESSION_RATIO_MAX));
    }
  }
}
