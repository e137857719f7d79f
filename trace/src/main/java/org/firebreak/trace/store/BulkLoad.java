package org.firebreak.trace.store;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.base.error.ResourceException;
import org.firebreak.trace.Place;
import org.firebreak.trace.PlaceKind;
import org.firebreak.trace.StayVisitor;
import org.firebreak.trace.store.Manifest.Entry;
import org.firebreak.trace.store.Manifest.Kind;

/**
 * A load of many stays, in any order. They are sorted in memory (24 bytes a stay and work space),
 * written as segments whenever the buffer is full, and count together on {@link #commit}; without
 * it, nothing has happened. For one thread, but the {@code find} methods may be called from several
 * while nobody adds.
 */
public final class BulkLoad implements StayVisitor, Closeable {

  /** Stays sorted at a time by default: about 300 MB with work space. */
  public static final int BUFFER_STAYS = 4_000_000;

  private final TraceStore store;
  private final StoreFiles files;
  private final Dictionary persons;
  private final Dictionary places;
  private final StayBuffer buffer;
  private final List<Entry> written = new ArrayList<>();
  private int bufferStays = BUFFER_STAYS;
  private boolean ended;
  private long stays;

  BulkLoad(TraceStore store, StoreFiles files, Dictionaries names) {
    this.store = store;
    this.files = files;
    this.persons = names.persons();
    this.places = names.places();
    this.buffer = new StayBuffer(files.manifest().offsetSeconds());
  }

  /** Sets how many stays are sorted at a time. */
  public BulkLoad withBuffer(int staysAtATime) {
    bufferStays = staysAtATime;
    return this;
  }

  /** The number of a person's token (UTF-8); -1 if it has none yet. */
  public int findPerson(byte[] token, int offset, int length) {
    return persons.find(token, offset, length, Hashes.of(token, offset, length));
  }

  /** The number of a person's token (UTF-8), a new one if it has none. */
  public int person(byte[] token, int offset, int length) {
    return persons.findOrAdd(token, offset, length, 0);
  }

  /** The number of a place's name (UTF-8); -1 if it has none yet. */
  public int findPlace(byte[] name, int offset, int length) {
    return places.find(name, offset, length, Hashes.of(name, offset, length));
  }

  /** The number of a place's name (UTF-8), a new one of the kind if it has none. */
  public int place(byte[] name, int offset, int length, PlaceKind kind) {
    return places.findOrAdd(name, offset, length, kind.number());
  }

  /** The kind a place was first given. */
  public PlaceKind placeKind(int place) {
    return PlaceKind.of(places.kind(place));
  }

  /** The number of a person's token; a new one if it has none. */
  public int person(String token) {
    return store.person(token);
  }

  /** The number of a place's name; a new one, of the kind, if it has none. */
  public int place(String name, PlaceKind kind) {
    return store.place(name, kind);
  }

  /** Remembers what is known of a place; the answer is its number. */
  public int describe(Place place) {
    return store.describe(place);
  }

  @Override
  public void stay(int person, int place, int evidence, int row, long from, long to) {
    buffer.stay(person, place, evidence, row, from, to);
    stays++;
    if (buffer.count() >= bufferStays) {
      spill();
    }
  }

  /** Stays taken so far. */
  public long stays() {
    return stays;
  }

  private void spill() {
    try {
      for (int day : buffer.days()) {
        String date = LocalDate.ofEpochDay(day).toString();
        written.add(files.write(Kind.STAYS, date, "stays", out -> buffer.write(day, out)));
      }
      buffer.clear();
    } catch (IOException e) {
      throw new ResourceException(
          "store-unwritable",
          files.storage().place() + ": cannot be written: " + e.getMessage(),
          e);
    }
  }

  /** Makes all of it count and safe. */
  public void commit() {
    spill();
    ended = true;
    store.endLoad(written, true);
  }

  /** Drops the load if it was not committed. */
  @Override
  public void close() {
    if (!ended) {
      ended = true;
      store.endLoad(List.of(), false);
    }
  }
}
