package org.firebreak.trace.ingest;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Sightings shared out by person, 12 bytes each, so that each part fits into memory and holds all
 * sightings of its persons. One part stays in memory; several go to files in a folder of their own.
 * For one thread while adding; parts may be read by several.
 */
final class SightingParts implements Closeable {

  private static final int BUFFER_ROWS = 8192;
  private static final int COLUMNS = 3;

  private final int parts;
  private final Path folder;
  private final int[][] buffers;
  private final int[] filled;
  private final long[] rows;
  private final @Nullable OutputStream[] files;
  private final byte[] bytes = new byte[BUFFER_ROWS * COLUMNS * 4];

  /** Takes the folder over: what an interrupted run left there is overwritten or deleted. */
  SightingParts(int parts, Path folder) throws IOException {
    deleteLeftOvers(folder);
    this.parts = parts;
    this.folder = folder;
    this.buffers = new int[parts][parts == 1 ? 1 << 18 : BUFFER_ROWS * COLUMNS];
    this.filled = new int[parts];
    this.rows = new long[parts];
    this.files = new OutputStream[parts];
  }

  private static void deleteLeftOvers(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "sightings-*.part")) {
        for (Path file : old) {
          Files.delete(file);
        }
      }
    }
  }

  int parts() {
    return parts;
  }

  void add(int person, int time, int place) throws IOException {
    int part = parts == 1 ? 0 : person % parts;
    int[] buffer = buffers[part];
    int at = filled[part];
    if (at + COLUMNS > buffer.length) {
      if (parts == 1) {
        buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        buffers[part] = buffer;
      } else {
        spill(part);
        at = 0;
      }
    }
    buffer[at] = person;
    buffer[at + 1] = time;
    buffer[at + 2] = place;
    filled[part] = at + COLUMNS;
    rows[part]++;
  }

  private Path file(int part) {
    return folder.resolve("sightings-" + part + ".part");
  }

  private void spill(int part) throws IOException {
    OutputStream out = files[part];
    if (out == null) {
      Files.createDirectories(folder);
      out = new BufferedOutputStream(Files.newOutputStream(file(part)), 1);
      files[part] = out;
    }
    ByteBuffer wrapped = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    wrapped.asIntBuffer().put(buffers[part], 0, filled[part]);
    out.write(bytes, 0, 4 * filled[part]);
    filled[part] = 0;
  }

  /** All sightings of a part: person, time, place in turn. Its memory is given up. */
  int[] take(int part) throws IOException {
    int size = Math.toIntExact(COLUMNS * rows[part]);
    if (rows[part] * COLUMNS == filled[part]) {
      int[] all = Arrays.copyOf(buffers[part], size);
      buffers[part] = new int[0];
      return all;
    }
    synchronized (this) {
      spill(part);
    }
    OutputStream out = files[part];
    if (out != null) {
      out.close();
    }
    int[] all = new int[size];
    byte[] content = Files.readAllBytes(file(part));
    IntBuffer ints = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    ints.get(all);
    Files.delete(file(part));
    buffers[part] = new int[0];
    return all;
  }

  @Override
  public void close() throws IOException {
    for (int part = 0; part < parts; part++) {
      OutputStream out = files[part];
      if (out != null) {
        out.close();
        Files.deleteIfExists(file(part));
      }
    }
    Files.deleteIfExists(folder);
  }
}
