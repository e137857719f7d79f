package org.firebreak.trace.store;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;
import org.firebreak.trace.Place;
import org.firebreak.trace.PlaceKind;
import org.firebreak.trace.Stay;
import org.firebreak.trace.store.Manifest.Entry;
import org.firebreak.trace.store.Manifest.Kind;
import org.firebreak.trace.store.WriteAheadLog.PlaceFact;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of a store. What {@link #append} has returned from, or {@link BulkLoad#commit}, is
 * safe: it survives a kill at any moment, and is there once, however often it is given.
 *
 * <p>After an input or output error the writer refuses everything but {@link #close}; open it again
 * to go on from what was acknowledged.
 *
 * <p>Safe for use by several threads, which take turns.
 */
public final class TraceStore implements Closeable {

  /** Longest name of a person or place, bytes of UTF-8. */
  public static final int NAME_BYTES_MAX = 1000;

  /** Stays in the log before they become segments. */
  private static final int LOGGED_STAYS_MAX = 1 << 20;

  private final StoreFiles files;
  private final Storage storage;
  private final Closeable lock;
  private Dictionaries names;
  private final TreeMap<Integer, Facts.Fact> facts = new TreeMap<>();
  private final List<PlaceFact> unloggedFacts = new ArrayList<>();
  private final StayBuffer buffer;
  private WriteAheadLog log;
  private String logName;
  private int loggedPersons;
  private int loggedPlaces;
  private boolean factsChanged;
  private boolean broken;
  private int backgroundFilesMax;
  private @Nullable Thread loader;
  private @Nullable ExecutorService merger;

  private TraceStore(Storage storage, Closeable lock, StoreFiles files) throws IOException {
    this.storage = storage;
    this.lock = lock;
    this.files = files;
    this.buffer = new StayBuffer(files.manifest().offsetSeconds());
    files.sweep();
    this.names = new Dictionaries(storage, files.manifest());
    readFacts();
    int known = facts.size();
    WriteAheadLog.replay(
        storage.read(files.manifest().log()),
        new LogReplay(names.persons(), names.places(), facts, buffer));
    this.factsChanged = facts.size() != known || buffer.count() > 0;
    this.logName = files.newLogName();
    this.log = new WriteAheadLog(storage, logName);
    commitBuffer(List.of());
  }

  /**
   * Opens a store for writing and recovers what an interrupted writer left; makes it if there is
   * none.
   *
   * @param offset of the store's days from UTC; empty takes what the store has, UTC for a new one
   * @throws UserException if the store's days have another offset
   * @throws ResourceException if another process writes to it, or the folder cannot be used
   */
  public static TraceStore open(Storage storage, Optional<ZoneOffset> offset) {
    try {
      Closeable lock = storage.lock();
      try {
        int seconds = offset.map(ZoneOffset::getTotalSeconds).orElse(0);
        StoreFiles files = StoreFiles.open(storage, seconds);
        if (offset.isPresent() && files.manifest().offsetSeconds() != seconds) {
          throw new UserException(
              "offset-differs",
              "%s: its days begin at offset %s, not %s"
                  .formatted(
                      storage.place(),
                      ZoneOffset.ofTotalSeconds(files.manifest().offsetSeconds()),
                      offset.get()));
        }
        return new TraceStore(storage, lock, files);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new ResourceException(
          "store-unwritable", storage.place() + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private void readFacts() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      for (Entry file : files.manifest().of(Kind.FACTS)) {
        Facts stored = new Facts(file.name(), storage.map(file.name(), arena));
        for (int i = 0; i < stored.count(); i++) {
          facts.put(stored.place(i), stored.at(i));
        }
      }
    }
  }

  /** Offset of the store's days from UTC, seconds. */
  public int offsetSeconds() {
    return files.manifest().offsetSeconds();
  }

  /** The number of a person's token; a new one if it has none. */
  public synchronized int person(String token) {
    return names.persons().findOrAdd(checked(token), 0);
  }

  /** The number of a place's name; a new one, of the kind, if it has none. */
  public synchronized int place(String name, PlaceKind kind) {
    return names.places().findOrAdd(checked(name), kind.number());
  }

  /** Remembers what is known of a place; the answer is its number. */
  public synchronized int describe(Place place) {
    int number = names.places().findOrAdd(checked(place.name()), place.kind().number());
    Facts.Fact fact =
        new Facts.Fact(place.kind(), place.position(), place.radiusMetres(), place.region());
    if (!fact.equals(facts.put(number, fact))) {
      factsChanged = true;
      unloggedFacts.add(new PlaceFact(number, place));
    }
    return number;
  }

  private static String checked(String name) {
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes == 0 || bytes > NAME_BYTES_MAX) {
      throw new IllegalArgumentException(
          "A name must have 1.." + NAME_BYTES_MAX + " bytes, has " + bytes);
    }
    return name;
  }

  /** Adds stays; they are safe when this returns. For small batches as they come. */
  public void append(List<Stay> stays) {
    guard(() -> {
      log.append(
          names.persons(), loggedPersons, names.places(), loggedPlaces, unloggedFacts, stays);
      loggedPersons = names.persons().size();
      loggedPlaces = names.places().size();
      unloggedFacts.clear();
      for (Stay s : stays) {
        buffer.stay(s.person(), s.place(), s.evidence(), s.row(), s.from(), s.to());
      }
      if (buffer.count() >= LOGGED_STAYS_MAX) {
        commitBuffer(List.of());
      }
    });
  }

  /** Begins a load of many stays that become safe together, past the log. One at a time. */
  public synchronized BulkLoad bulk() {
    flush();
    loader = Thread.currentThread();
    return new BulkLoad(this, files, names);
  }

  /** Makes day segments of what lies in the log. */
  public void flush() {
    guard(() -> commitBuffer(List.of()));
  }

  /** Ends a bulk load: its segments count from here on. */
  synchronized void endLoad(List<Entry> segments, boolean commit) {
    loader = null;
    notifyAll();
    if (commit) {
      guard(() -> commitBuffer(segments));
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  private synchronized void guard(Step step) {
    awaitLoad();
    if (broken) {
      throw new ResourceException(
          "store-closed",
          storage.place() + ": the writer has stopped after an error; open it again");
    }
    try {
      step.run();
    } catch (UserException e) {
      throw e; // refused before anything was written
    } catch (RuntimeException e) {
      broken = true;
      throw e;
    } catch (IOException e) {
      broken = true;
      throw new ResourceException(
          "store-unwritable", storage.place() + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private void awaitLoad() {
    if (loader == Thread.currentThread()) {
      throw new IllegalStateException("End the bulk load before anything else");
    }
    while (loader != null) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ResourceException("interrupted", "Interrupted while waiting for a bulk load", e);
      }
    }
  }

  /** Writes buffer, new names and facts as files and replaces the manifest. */
  private void commitBuffer(List<Entry> more) throws IOException {
    List<Entry> added = new ArrayList<>(more);
    for (int day : buffer.days()) {
      LocalDate date = LocalDate.ofEpochDay(day);
      added.add(files.write(Kind.STAYS, date.toString(), "stays", out -> buffer.write(day, out)));
    }
    boolean fresh = names.persons().fresh().count() + names.places().fresh().count() > 0;
    if (added.isEmpty() && !fresh && !factsChanged && logName.equals(files.manifest().log())) {
      return;
    }
    List<Entry> personFiles = NameFiles.withFresh(files, Kind.PERSONS, names.persons());
    List<Entry> placeFiles = NameFiles.withFresh(files, Kind.PLACES, names.places());
    List<Entry> factFiles =
        factsChanged && !facts.isEmpty()
            ? List.of(files.write(Kind.FACTS, "facts", "places", out -> Facts.write(out, facts)))
            : files.manifest().of(Kind.FACTS);
    String newLog = logName.equals(files.manifest().log()) ? files.newLogName() : logName;
    WriteAheadLog next = newLog.equals(logName) ? log : new WriteAheadLog(storage, newLog);
    files.commit(
        newLog,
        before -> {
          List<Entry> after = new ArrayList<>(personFiles);
          after.addAll(placeFiles);
          after.addAll(factFiles);
          before.stream().filter(file -> file.kind() == Kind.STAYS).forEach(after::add);
          after.addAll(added);
          return after;
        });
    if (next != log) {
      log.close();
      log = next;
      logName = newLog;
    }
    buffer.clear();
    unloggedFacts.clear();
    factsChanged = false;
    reopenNames();
    mergeLater();
  }

  private void reopenNames() throws IOException {
    Dictionaries old = names;
    names = new Dictionaries(storage, files.manifest());
    loggedPersons = names.persons().size();
    loggedPlaces = names.places().size();
    old.close();
  }

  /** Merges every day with more files than {@code filesMax}; the answer is how many days it did. */
  public int merge(int filesMax) {
    int merged = 0;
    Maintenance maintenance = new Maintenance(files);
    for (long day : maintenance.daysWithMoreThan(filesMax)) {
      try {
        merged += maintenance.merge(day, this) ? 1 : 0;
      } catch (IOException e) {
        throw new ResourceException(
            "store-unwritable", storage.place() + ": cannot be merged: " + e.getMessage(), e);
      }
    }
    return merged;
  }

  /**
   * From now on merges late data in the background: a day with more than {@code filesMax} files
   * becomes one, in a thread of its own.
   */
  public synchronized void mergeInBackground(int filesMax) {
    backgroundFilesMax = filesMax;
    merger =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("trace-merge").factory());
  }

  private void mergeLater() {
    if (merger != null && !new Maintenance(files).daysWithMoreThan(backgroundFilesMax).isEmpty()) {
      merger.execute(() -> merge(backgroundFilesMax));
    }
  }

  /** Runs a change of the stay files in this writer's turn. */
  void inTurn(Maintenance.Change change) {
    guard(() -> change.run(logName));
  }

  /**
   * Deletes the days more than {@code days} before {@code asOf}: of 14 on 5 March, 20 February is
   * the oldest that stays.
   *
   * @return the dates deleted
   */
  public List<LocalDate> retain(int days, LocalDate asOf) {
    flush();
    List<LocalDate> deleted = new ArrayList<>();
    inTurn(name -> deleted.addAll(new Maintenance(files).retain(asOf.minusDays(days), name)));
    return deleted;
  }

  /**
   * Removes a person from every segment, the dictionary and the log, and proves it by reading every
   * file again.
   *
   * @throws UserException if no such person is known
   */
  public ForgetReport forget(String token) {
    flush();
    List<ForgetReport> report = new ArrayList<>();
    inTurn(name -> {
      report.add(new Forgetting(files, names.persons()).forget(token, name));
      reopenNames();
    });
    return report.getFirst();
  }

  /** Opens what is safe now, for reading. */
  public Snapshot snapshot() {
    return Snapshot.open(storage);
  }

  /** Makes segments of what lies in the log, waits for merging under way, ends writing. */
  @Override
  public void close() {
    try (lock) {
      ExecutorService merging = merger;
      if (merging != null) {
        merging.close();
      }
      synchronized (this) {
        merger = null;
        if (!broken && loader == null) {
          flush();
        }
        broken = true;
        log.close();
        names.close();
      }
    } catch (IOException e) {
      throw new ResourceException(
          "store-unwritable", storage.place() + ": cannot be closed: " + e.getMessage(), e);
    }
  }
}
