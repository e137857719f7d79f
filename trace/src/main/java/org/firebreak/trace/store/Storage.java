package org.firebreak.trace.store;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * The folder of a store as the store uses it. All that is written goes through this seam, so that
 * tests can let any single step fail.
 *
 * <p>What is promised and what not: bytes are safe after {@link Output#sync}, names (create,
 * rename, delete) after {@link #syncFolder}; before that, a crash may keep or lose each of them.
 */
public interface Storage {

  /** A file being written from its start. */
  interface Output extends Closeable {

    /** Appends bytes. */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /** Makes what was written safe. */
    void sync() throws IOException;

    @Override
    void close() throws IOException;
  }

  /** Makes a new file, or empties an old one. */
  Output create(String name) throws IOException;

  /** Gives a file another name, in place of what has it. */
  void rename(String from, String to) throws IOException;

  /** Deletes a file if it is there. */
  void delete(String name) throws IOException;

  /** Makes creations, renames and deletions safe. */
  void syncFolder() throws IOException;

  /** Names of all files, sorted. */
  List<String> list() throws IOException;

  /** A whole small file. */
  byte[] read(String name) throws IOException;

  /** A whole file for reading, mapped; it lives as long as the arena, even if deleted. */
  MemorySegment map(String name, Arena arena) throws IOException;

  /**
   * Takes the right to write; only one process can hold it.
   *
   * @throws IOException if another has it
   */
  Closeable lock() throws IOException;

  /** What to call the folder in messages. */
  String place();
}
