package org.firebreak.trace.store;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Packs sorted rows into the blocks of one order of a day segment; the format is told at {@link
 * Segment}. Equal rows are written once. Not safe for several threads.
 */
final class OrderWriter {

  static final int BLOCK_ROWS = 256;
  static final int BLOCK_HEADER_BYTES = 32;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int COLUMNS = 6;
  private static final int KEY = 0;
  private static final int FROM = 1;
  private static final int DURATION = 2;
  private static final int OTHER = 3;
  private static final int EVIDENCE = 4;
  private static final int ROW = 5;
  private static final int SECONDS_OF_MINUTE = 60;

  private final ContainerWriter out;
  private final long start;
  private final int[] evidenceIndex;
  private final int[][] columns = new int[COLUMNS][BLOCK_ROWS];
  private final byte[] block = new byte[BLOCK_HEADER_BYTES + COLUMNS * BLOCK_ROWS * 4 + 16];
  private final Row last = new Row();
  private int[] firstKeys = new int[1024];
  private int[] offsets = new int[1024];
  private int blocks;
  private int filled;
  private long rows;

  /**
   * @param evidenceIndex place of each evidence code in the segment's table
   */
  OrderWriter(ContainerWriter out, int[] evidenceIndex) throws IOException {
    out.align();
    this.out = out;
    this.start = out.position();
    this.evidenceIndex = evidenceIndex;
  }

  /** Takes the next row, not before the one given last. */
  void add(Row row) throws IOException {
    if (rows > 0) {
      int order = row.compareTo(last);
      if (order == 0) {
        return;
      }
      if (order < 0) {
        throw new IllegalStateException("Rows out of order");
      }
    }
    last.set(row);
    columns[KEY][filled] = row.key;
    columns[FROM][filled] = row.from;
    columns[DURATION][filled] = row.to - row.from;
    columns[OTHER][filled] = row.other;
    columns[EVIDENCE][filled] = evidenceIndex[row.evidence];
    columns[ROW][filled] = row.row;
    filled++;
    rows++;
    if (filled == BLOCK_ROWS) {
      flush();
    }
  }

  private void flush() throws IOException {
    boolean minutes = true;
    for (int i = 0; i < filled && minutes; i++) {
      minutes =
          columns[FROM][i] % SECONDS_OF_MINUTE == 0
              && columns[DURATION][i] % SECONDS_OF_MINUTE == 0;
    }
    if (minutes) {
      for (int i = 0; i < filled; i++) {
        columns[FROM][i] /= SECONDS_OF_MINUTE;
        columns[DURATION][i] /= SECONDS_OF_MINUTE;
      }
    }
    Arrays.fill(block, (byte) 0);
    block[0] = (byte) (filled - 1);
    block[1] = (byte) (minutes ? SECONDS_OF_MINUTE : 1);
    int at = BLOCK_HEADER_BYTES;
    for (int c = 0; c < COLUMNS; c++) {
      at = packColumn(c, at);
    }
    if (blocks == firstKeys.length) {
      firstKeys = Arrays.copyOf(firstKeys, 2 * blocks);
      offsets = Arrays.copyOf(offsets, 2 * blocks);
    }
    firstKeys[blocks] = columns[KEY][0];
    offsets[blocks] = Math.toIntExact((out.position() - start) >>> 3);
    blocks++;
    out.write(block, 0, at);
    filled = 0;
  }

  /** Writes base (4 bytes each but row and evidence, 2) and width, then the packed column. */
  private int packColumn(int column, int at) {
    int[] values = columns[column];
    int least = values[0];
    int most = values[0];
    for (int i = 1; i < filled; i++) {
      least = Math.min(least, values[i]);
      most = Math.max(most, values[i]);
    }
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(most - least);
    block[2 + column] = (byte) width;
    INT.set(block, 8 + 4 * column, least);
    long bit = 0;
    for (int i = 0; i < filled; i++) {
      int index = at + (int) (bit >>> 3);
      long word = (long) LONG.get(block, index);
      LONG.set(block, index, word | (long) (values[i] - least) << (bit & 7));
      bit += width;
    }
    return at + (int) ((bit + 63) >>> 6) * 8;
  }

  /**
   * Ends the section: directory and guide.
   *
   * @return start of blocks, number of blocks, start of directory, start of guide, its shift, rows
   */
  long[] finish() throws IOException {
    if (filled > 0) {
      flush();
    }
    out.align();
    long directory = out.position();
    for (int b = 0; b < blocks; b++) {
      out.writeInt(firstKeys[b]);
      out.writeInt(offsets[b]);
    }
    long guide = out.position();
    int shift = 0;
    int greatest = rows == 0 ? 0 : last.key;
    while ((greatest >>> shift) > Math.max(1, blocks)) {
      shift++;
    }
    int bucket = 0;
    for (int b = 0; b < blocks; b++) {
      for (; bucket <= firstKeys[b] >>> shift; bucket++) {
        out.writeInt(b);
      }
    }
    for (; bucket <= (greatest >>> shift) + 1; bucket++) {
      out.writeInt(blocks);
    }
    return new long[] {start, blocks, directory, guide, (long) shift << 32 | greatest, rows};
  }
}
