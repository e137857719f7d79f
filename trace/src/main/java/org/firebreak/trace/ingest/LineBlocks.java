package org.firebreak.trace.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a stream into blocks of whole lines. For one thread. */
final class LineBlocks {

  private final InputStream in;
  private final int blockBytes;
  private byte[] rest = new byte[0];
  private boolean ended;

  LineBlocks(InputStream in, int blockBytes) {
    this.in = in;
    this.blockBytes = blockBytes;
  }

  /** Up to {@code count} blocks; none at the end. */
  List<byte[]> next(int count) throws IOException {
    List<byte[]> blocks = new ArrayList<>();
    while (blocks.size() < count && !ended) {
      byte[] block = block();
      if (block.length > 0) {
        blocks.add(block);
      }
    }
    return blocks;
  }

  private byte[] block() throws IOException {
    byte[] buffer = Arrays.copyOf(rest, rest.length + blockBytes);
    int read = in.readNBytes(buffer, rest.length, blockBytes);
    int length = rest.length + read;
    if (read < blockBytes) {
      ended = true;
      rest = new byte[0];
      return Arrays.copyOf(buffer, length);
    }
    int end = length;
    while (end > 0 && buffer[end - 1] != '\n') {
      end--;
    }
    rest = Arrays.copyOfRange(buffer, end, length);
    return Arrays.copyOf(buffer, end);
  }
}
