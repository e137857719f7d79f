package org.firebreak.trace.store;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.trace.store.Manifest.Entry;
import org.firebreak.trace.store.Manifest.Kind;

/** The dictionaries of persons and places that a manifest names, mapped until closed. */
final class Dictionaries implements Closeable {

  private final Arena arena = Arena.ofShared();
  private final Storage storage;
  private final Dictionary persons;
  private final Dictionary places;

  Dictionaries(Storage storage, Manifest manifest) throws IOException {
    this.storage = storage;
    try {
      this.persons = open(manifest.of(Kind.PERSONS), ContainerWriter.PERSONS);
      this.places = open(manifest.of(Kind.PLACES), ContainerWriter.PLACES);
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  private Dictionary open(List<Entry> entries, int type) throws IOException {
    List<NameFile> files = new ArrayList<>();
    for (Entry file : entries) {
      files.add(new NameFile(file.name(), storage.map(file.name(), arena), type));
    }
    return new Dictionary(files);
  }

  Dictionary persons() {
    return persons;
  }

  Dictionary places() {
    return places;
  }

  @Override
  public void close() {
    arena.close();
  }
}
