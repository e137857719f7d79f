package org.firebreak.trace.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.firebreak.trace.store.Manifest.Entry;
import org.firebreak.trace.store.Manifest.Kind;

/**
 * The files of a store and the manifest that counts them, for the one writer. Every change goes:
 * write under a temporary name, sync, rename, sync the folder, then replace the manifest, then
 * delete what it no longer names. Safe for use by several threads.
 */
final class StoreFiles {

  private static final String TEMPORARY = ".tmp";

  /** Writes the content of a file. */
  interface Content {
    void write(Storage.Output out) throws IOException;
  }

  private final Storage storage;
  private Manifest manifest;
  private long next;

  private StoreFiles(Storage storage, Manifest manifest) {
    this.storage = storage;
    this.manifest = manifest;
    this.next = manifest.next();
  }

  /** The files of the store in the folder; a new store if there is none. */
  static StoreFiles open(Storage storage, int offsetSecondsIfNew) throws IOException {
    if (storage.list().contains(Manifest.NAME)) {
      return new StoreFiles(storage, Manifest.read(storage));
    }
    Manifest empty = new Manifest(0, offsetSecondsIfNew, 2, logName(1), List.of());
    new WriteAheadLog(storage, empty.log()).close();
    storage.syncFolder();
    empty.write(storage);
    return new StoreFiles(storage, empty);
  }

  Storage storage() {
    return storage;
  }

  synchronized Manifest manifest() {
    return manifest;
  }

  private static String logName(long number) {
    return "wal-%06d.log".formatted(number);
  }

  /** Name for a new log. */
  synchronized String newLogName() {
    return logName(next++);
  }

  /** Writes a file under its final name; it counts once a manifest names it. */
  Entry write(Kind kind, String stem, String ending, Content content) throws IOException {
    String name;
    synchronized (this) {
      name = "%s-%06d.%s".formatted(stem, next++, ending);
    }
    CountingOutput counted;
    try (Storage.Output out = storage.create(name + TEMPORARY)) {
      counted = new CountingOutput(out);
      content.write(counted);
    }
    storage.rename(name + TEMPORARY, name);
    return new Entry(kind, name, counted.bytes);
  }

  private static final class CountingOutput implements Storage.Output {
    private final Storage.Output out;
    private long bytes;

    CountingOutput(Storage.Output out) {
      this.out = out;
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
      out.write(source, offset, length);
      bytes += length;
    }

    @Override
    public void sync() throws IOException {
      out.sync();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /** Makes a change of the files count, and deletes what no longer does. */
  synchronized void commit(String log, UnaryOperator<List<Entry>> change) throws IOException {
    Manifest before = manifest;
    List<Entry> files = change.apply(new ArrayList<>(before.files()));
    Manifest after =
        new Manifest(before.generation() + 1, before.offsetSeconds(), next, log, files);
    storage.syncFolder();
    after.write(storage);
    manifest = after;
    Set<String> kept = names(after);
    for (String name : names(before)) {
      if (!kept.contains(name)) {
        storage.delete(name);
      }
    }
  }

  private static Set<String> names(Manifest manifest) {
    Set<String> names = new HashSet<>();
    manifest.files().forEach(file -> names.add(file.name()));
    names.add(manifest.log());
    return names;
  }

  /** Deletes what an interrupted change left behind. */
  synchronized void sweep() throws IOException {
    Set<String> kept = names(manifest);
    for (String name : storage.list()) {
      boolean ours =
          name.endsWith(TEMPORARY)
              || name.endsWith(".stays")
              || name.endsWith(".names")
              || name.endsWith(".places")
              || name.endsWith(".log");
      if (ours && !kept.contains(name)) {
        storage.delete(name);
      }
    }
  }
}
