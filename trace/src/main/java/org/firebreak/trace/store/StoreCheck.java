package org.firebreak.trace.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;
import org.firebreak.trace.store.Manifest.Entry;

/**
 * Reads every byte of a store and names what is damaged: checksums of all files, the order of rows,
 * the agreement of both orders, numbers without a name.
 *
 * @param files looked at
 * @param bytes in them
 * @param stays in the segments
 * @param damage what is wrong, a sentence each; empty proves the store whole
 */
public record StoreCheck(int files, long bytes, long stays, List<String> damage) {

  public StoreCheck {
    damage = List.copyOf(damage);
  }

  /**
   * Checks a store; it may be in use.
   *
   * @throws UserException if there is no store
   */
  public static StoreCheck run(Storage storage) {
    try {
      if (!storage.list().contains(Manifest.NAME)) {
        throw new UserException("store-missing", storage.place() + ": there is no stay store here");
      }
      return check(storage);
    } catch (IOException e) {
      throw new ResourceException(
          "store-unreadable", storage.place() + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static StoreCheck check(Storage storage) throws IOException {
    List<String> damage = new ArrayList<>();
    Manifest manifest;
    try {
      manifest = Manifest.read(storage);
    } catch (DataException e) {
      return new StoreCheck(1, 0, 0, List.of(e.getMessage()));
    }
    long bytes = 0;
    long stays = 0;
    for (Entry file : manifest.files()) {
      bytes += file.bytes();
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment mapped = storage.map(file.name(), arena);
        if (mapped.byteSize() != file.bytes()) {
          damage.add(
              "%s: has %d bytes instead of %d"
                  .formatted(file.name(), mapped.byteSize(), file.bytes()));
        }
        stays += checkFile(file, mapped, damage);
      } catch (NoSuchFileException e) {
        damage.add(file.name() + ": is missing");
      } catch (DataException e) {
        damage.add(e.getMessage());
      } catch (IndexOutOfBoundsException e) {
        damage.add(file.name() + ": points outside itself");
      }
    }
    if (!storage.list().contains(manifest.log())) {
      damage.add(manifest.log() + ": is missing");
    } else if (damage.isEmpty()) {
      checkNumbers(storage, damage);
    }
    return new StoreCheck(manifest.files().size() + 2, bytes, stays, damage);
  }

  private static long checkFile(Entry file, MemorySegment mapped, List<String> damage) {
    switch (file.kind()) {
      case PERSONS ->
          damage.addAll(new NameFile(file.name(), mapped, ContainerWriter.PERSONS).damage());
      case PLACES ->
          damage.addAll(new NameFile(file.name(), mapped, ContainerWriter.PLACES).damage());
      case FACTS -> damage.addAll(new Facts(file.name(), mapped).damage());
      case STAYS -> {
        Segment segment = new Segment(file.name(), mapped);
        damage.addAll(segment.damage());
        return segment.stays();
      }
    }
    return 0;
  }

  /** Every number in a segment must have a name. */
  private static void checkNumbers(Storage storage, List<String> damage) {
    try (Snapshot snapshot = Snapshot.open(storage)) {
      for (Segment segment : snapshot.segments()) {
        if (segment.byPerson().greatestKey() >= snapshot.personCount()
            || segment.byPlace().greatestKey() >= snapshot.placeCount()) {
          damage.add(segment.name() + ": holds a person or place that no dictionary names");
        }
      }
    } catch (DataException e) {
      damage.add(e.getMessage());
    }
  }
}
