package org.firebreak.trace.store;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;
import org.firebreak.trace.Place;
import org.firebreak.trace.PlaceKind;
import org.firebreak.trace.StayVisitor;
import org.firebreak.trace.TraceReader;

/**
 * One state of a store, for reading: all that was acknowledged when it was opened. Files are
 * mapped, not read; only the log is. Any number of snapshots, in any process, may run beside the
 * one writer; files that the writer deletes stay readable here until {@link #close}.
 *
 * <p>Immutable; safe for use by several threads.
 */
public final class Snapshot implements TraceReader, Closeable {

  private static final int ATTEMPTS_MAX = 100;

  private final Storage storage;
  private final Manifest manifest;
  private final Arena arena = Arena.ofShared();
  private final Dictionary persons;
  private final Dictionary places;
  private final Facts facts;
  private final Map<Integer, Facts.Fact> freshFacts = new TreeMap<>();
  private final List<Segment> segments = new ArrayList<>();
  private final List<DaySegments> days;
  private final long loggedStays;

  private Snapshot(Storage storage, Manifest manifest) throws IOException {
    this.storage = storage;
    this.manifest = manifest;
    try {
      this.persons = new Dictionary(names(Manifest.Kind.PERSONS, ContainerWriter.PERSONS));
      this.places = new Dictionary(names(Manifest.Kind.PLACES, ContainerWriter.PLACES));
      List<Manifest.Entry> factFiles = manifest.of(Manifest.Kind.FACTS);
      this.facts =
          factFiles.isEmpty()
              ? new Facts()
              : new Facts(factFiles.getFirst().name(), map(factFiles.getFirst()));
      for (Manifest.Entry file : manifest.of(Manifest.Kind.STAYS)) {
        segments.add(new Segment(file.name(), map(file)));
      }
      this.loggedStays = readLog();
      this.days = DaySegments.of(segments);
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  /**
   * Opens the store as it is now.
   *
   * @throws UserException if there is no store in the folder
   * @throws DataException if a file is damaged or missing
   */
  public static Snapshot open(Storage storage) {
    Manifest last = null;
    try {
      if (!storage.list().contains(Manifest.NAME)) {
        throw new UserException(
            "store-missing",
            storage.place() + ": there is no stay store here (trace ingest makes one)");
      }
      for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
        Manifest manifest = Manifest.read(storage);
        try {
          return new Snapshot(storage, manifest);
        } catch (NoSuchFileException e) {
          if (last != null && last.generation() == manifest.generation()) {
            throw new DataException(
                "store-damaged",
                storage.place() + ": the file " + e.getMessage() + " is missing",
                e);
          }
          last = manifest; // the writer replaced it meanwhile
        }
      }
      throw new ResourceException(
          "store-busy", storage.place() + ": changes faster than it can be opened");
    } catch (IOException e) {
      throw new ResourceException(
          "store-unreadable", storage.place() + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private MemorySegment map(Manifest.Entry file) throws IOException {
    MemorySegment mapped = storage.map(file.name(), arena);
    if (mapped.byteSize() != file.bytes()) {
      throw new DataException(
          "store-damaged",
          "%s: has %d bytes instead of %d".formatted(file.name(), mapped.byteSize(), file.bytes()));
    }
    return mapped;
  }

  private List<NameFile> names(Manifest.Kind kind, int type) throws IOException {
    List<NameFile> files = new ArrayList<>();
    for (Manifest.Entry file : manifest.of(kind)) {
      files.add(new NameFile(file.name(), map(file), type));
    }
    return files;
  }

  /** Plays the log into segments in memory, so that all reading is of segments. */
  private long readLog() throws IOException {
    StayBuffer buffer = new StayBuffer(manifest.offsetSeconds());
    long stays =
        WriteAheadLog.replay(
            storage.read(manifest.log()), new LogReplay(persons, places, freshFacts, buffer));
    for (int day : buffer.days()) {
      MemoryOutput out = new MemoryOutput();
      buffer.write(day, out);
      segments.add(new Segment(manifest.log(), out.toSegment()));
    }
    return stays;
  }

  /** Offset of the store's days from UTC, seconds, east positive. */
  public int offsetSeconds() {
    return manifest.offsetSeconds();
  }

  /** Changes since the store was made. */
  public long generation() {
    return manifest.generation();
  }

  /** Stays that lie in the log only. */
  public long loggedStays() {
    return loggedStays;
  }

  /** Highest number of a person + 1. */
  public int personCount() {
    return persons.size();
  }

  /** Highest number of a place + 1. */
  public int placeCount() {
    return places.size();
  }

  /** Bytes of all files on disk but the log. */
  public long sizeBytes() {
    return manifest.files().stream().mapToLong(Manifest.Entry::bytes).sum();
  }

  List<Segment> segments() {
    return segments;
  }

  Dictionary persons() {
    return persons;
  }

  Dictionary places() {
    return places;
  }

  Facts facts() {
    return facts;
  }

  Manifest manifest() {
    return manifest;
  }

  /** The days that hold stays, ascending. */
  public List<DaySegments> days() {
    return days;
  }

  @Override
  public void staysOf(int person, long from, long to, StayVisitor visitor) {
    for (DaySegments day : days) {
      if (day.overlaps(from, to)) {
        day.staysOf(person, from, to, visitor);
      }
    }
  }

  @Override
  public void staysAt(int place, long from, long to, StayVisitor visitor) {
    for (DaySegments day : days) {
      if (day.overlaps(from, to)) {
        day.staysAt(place, from, to, visitor);
      }
    }
  }

  @Override
  public OptionalInt findPerson(String token) {
    return persons.find(token);
  }

  @Override
  public String person(int person) {
    return persons.name(person);
  }

  @Override
  public OptionalInt findPlace(String name) {
    return places.find(name);
  }

  @Override
  public Place place(int place) {
    Facts.Fact fact = freshFacts.get(place);
    if (fact == null) {
      fact = facts.find(place);
    }
    return fact == null
        ? Place.named(places.name(place), PlaceKind.of(places.kind(place)))
        : new Place(
            places.name(place), fact.kind(), fact.position(), fact.radiusMetres(), fact.region());
  }

  /** Numbers of the places of which more than name and kind is known, ascending. */
  public int[] describedPlaces() {
    TreeMap<Integer, Boolean> all = new TreeMap<>();
    freshFacts.keySet().forEach(place -> all.put(place, true));
    for (int i = 0; i < facts.count(); i++) {
      all.put(facts.place(i), true);
    }
    return all.keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public void close() {
    arena.close();
  }
}
