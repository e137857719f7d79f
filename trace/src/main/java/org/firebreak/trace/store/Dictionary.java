package org.firebreak.trace.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Names and their dense numbers: files, and behind them the names that came since. Numbers are
 * given in order of first appearance and never again. Look-up is safe for several threads while
 * nobody adds.
 */
final class Dictionary {

  private final List<NameFile> files;
  private final NameBuffer fresh;
  private final int firstFresh;

  Dictionary(List<NameFile> files, NameBuffer fresh) {
    this.files = List.copyOf(files);
    this.fresh = fresh;
    this.firstFresh = files.isEmpty() ? 0 : files.getLast().first() + files.getLast().count();
  }

  Dictionary(List<NameFile> files) {
    this(files, new NameBuffer());
  }

  List<NameFile> files() {
    return files;
  }

  NameBuffer fresh() {
    return fresh;
  }

  /** First number that is not in a file. */
  int firstFresh() {
    return firstFresh;
  }

  int size() {
    return firstFresh + fresh.count();
  }

  /** The number of a name in the files or since; -1 if there is none. */
  int find(byte[] name, int offset, int length, long hash) {
    for (NameFile file : files) {
      int number = file.find(name, offset, length, hash);
      if (number >= 0) {
        return number;
      }
    }
    int index = fresh.find(name, offset, length, hash);
    return index < 0 ? -1 : firstFresh + index;
  }

  OptionalInt find(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    int number = find(bytes, 0, bytes.length, Hashes.of(bytes, 0, bytes.length));
    return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** The number of a name, a new one if it has none. */
  int findOrAdd(byte[] name, int offset, int length, int kind) {
    long hash = Hashes.of(name, offset, length);
    int number = find(name, offset, length, hash);
    return number >= 0 ? number : firstFresh + fresh.add(name, offset, length, hash, kind);
  }

  int findOrAdd(String name, int kind) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return findOrAdd(bytes, 0, bytes.length, kind);
  }

  byte[] nameBytes(int number) {
    if (number >= firstFresh) {
      return fresh.name(number - firstFresh);
    }
    return fileOf(number).name(number);
  }

  String name(int number) {
    return new String(nameBytes(number), StandardCharsets.UTF_8);
  }

  int kind(int number) {
    return number >= firstFresh ? fresh.kind(number - firstFresh) : fileOf(number).kind(number);
  }

  private NameFile fileOf(int number) {
    if (number >= 0) {
      for (NameFile file : files) {
        if (number < file.first() + file.count()) {
          return file;
        }
      }
    }
    throw new IllegalArgumentException("There is no number " + number + " of " + size());
  }

  /** A run of files, followed by fresh names, as one source; to write them as one file. */
  static NameFile.Names joined(List<NameFile> run, NameBuffer behind) {
    List<NameFile> files = new ArrayList<>(run);
    int first = files.isEmpty() ? 0 : files.getFirst().first();
    int inFiles = files.stream().mapToInt(NameFile::count).sum();
    return new NameFile.Names() {
      @Override
      public int count() {
        return inFiles + behind.count();
      }

      private NameFile fileOf(int index) {
        int number = first + index;
        for (NameFile file : files) {
          if (number < file.first() + file.count()) {
            return file;
          }
        }
        throw new IllegalArgumentException("No index " + index);
      }

      @Override
      public byte[] name(int index) {
        return index >= inFiles ? behind.name(index - inFiles) : fileOf(index).name(first + index);
      }

      @Override
      public int kind(int index) {
        return index >= inFiles ? behind.kind(index - inFiles) : fileOf(index).kind(first + index);
      }
    };
  }
}
