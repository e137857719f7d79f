package org.firebreak.trace.testing;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.firebreak.trace.store.Storage;

/**
 * A folder in memory that knows what a power cut would leave: bytes that were not synced may be
 * lost from any point on or be garbage, names that were not synced may be old or new. Any step can
 * be made to fail, and all after it.
 */
public final class MemoryFolder implements Storage {

  private static final class File {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int synced;
  }

  private final Map<String, File> names = new TreeMap<>();
  private final Map<String, File> syncedNames = new HashMap<>();
  private long steps;
  private long failAt = Long.MAX_VALUE;

  /** Makes the step of this number (from 0), and all after it, fail. */
  public void failAt(long step) {
    failAt = step;
  }

  /** Steps so far. */
  public long steps() {
    return steps;
  }

  private void step() throws IOException {
    if (steps++ >= failAt) {
      throw new IOException("injected");
    }
  }

  @Override
  public Output create(String name) throws IOException {
    step();
    File file = new File();
    names.put(name, file);
    return new Output() {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        if (steps == failAt) {
          file.bytes.write(bytes, offset, length / 2);
        }
        step();
        file.bytes.write(bytes, offset, length);
      }

      @Override
      public void sync() throws IOException {
        step();
        file.synced = file.bytes.size();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void rename(String from, String to) throws IOException {
    step();
    File file = names.remove(from);
    if (file == null) {
      throw new NoSuchFileException(from);
    }
    names.put(to, file);
  }

  @Override
  public void delete(String name) throws IOException {
    step();
    names.remove(name);
  }

  @Override
  public void syncFolder() throws IOException {
    step();
    syncedNames.clear();
    syncedNames.putAll(names);
  }

  @Override
  public List<String> list() {
    return List.copyOf(names.keySet());
  }

  @Override
  public byte[] read(String name) throws IOException {
    File file = names.get(name);
    if (file == null) {
      throw new NoSuchFileException(name);
    }
    return file.bytes.toByteArray();
  }

  @Override
  public MemorySegment map(String name, Arena arena) throws IOException {
    return MemorySegment.ofArray(read(name));
  }

  @Override
  public Closeable lock() {
    return () -> {};
  }

  @Override
  public String place() {
    return "memory";
  }

  /** What is there if only the process dies. */
  public MemoryFolder afterKill() {
    MemoryFolder after = new MemoryFolder();
    names.forEach((name, file) -> after.put(name, file.bytes.toByteArray()));
    return after;
  }

  /** What may be there after a power cut. */
  public MemoryFolder afterPowerCut(Random random) {
    MemoryFolder after = new MemoryFolder();
    Set<String> all = new TreeSet<>(names.keySet());
    all.addAll(syncedNames.keySet());
    for (String name : all) {
      File now = names.get(name);
      File synced = syncedNames.get(name);
      File file = now == synced || random.nextBoolean() ? now : synced;
      if (file != null) {
        byte[] bytes = file.bytes.toByteArray();
        int unsynced = bytes.length - file.synced;
        int kept = file.synced + (unsynced == 0 ? 0 : random.nextInt(unsynced + 1));
        byte[] left = java.util.Arrays.copyOf(bytes, kept);
        if (kept > file.synced && random.nextBoolean()) {
          left[file.synced + random.nextInt(kept - file.synced)] ^= 1;
        }
        after.put(name, left);
      }
    }
    return after;
  }

  private void put(String name, byte[] bytes) {
    File file = new File();
    file.bytes.writeBytes(bytes);
    file.synced = bytes.length;
    names.put(name, file);
    syncedNames.put(name, file);
  }

  /** Damages a byte of a file. */
  public void flip(String name, int at) throws IOException {
    byte[] bytes = read(name);
    bytes[at] ^= 0x10;
    put(name, bytes);
  }
}
