package org.firebreak.trace.store;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.firebreak.base.geo.Coordinate;
import org.firebreak.trace.PlaceKind;
import org.jspecify.annotations.Nullable;

/**
 * What is known of places besides name and kind: position, radius, region. Immutable, mapped; safe
 * for use by several threads.
 *
 * <p>Body (frame: {@link ContainerWriter}): 24 bytes a place, by number: number, kind, longitude
 * and latitude in 10^-7 degrees (both the least int if not known), radius in metres, index of the
 * region; then the regions, each its length (4 bytes) and UTF-8. Fields: 0 places, 1 start, 2
 * regions, 3 their start.
 */
final class Facts {

  /** Facts of one place. */
  record Fact(PlaceKind kind, @Nullable Coordinate position, int radiusMetres, String region) {}

  private static final int RECORD_BYTES = 24;
  private static final double UNITS_PER_DEGREE = 1e7;

  private final @Nullable Container file;
  private final int count;
  private final long start;
  private final List<String> regions = new ArrayList<>();

  /** No facts. */
  Facts() {
    this.file = null;
    this.count = 0;
    this.start = 0;
  }

  Facts(String name, MemorySegment mapped) {
    Container container = new Container(name, mapped, ContainerWriter.FACTS);
    this.file = container;
    this.count = (int) container.field(0);
    this.start = container.field(1);
    long at = container.field(3);
    for (long i = 0; i < container.field(2); i++) {
      byte[] text = new byte[mapped.get(Container.INT, at)];
      MemorySegment.copy(mapped, ValueLayout.JAVA_BYTE, at + 4, text, 0, text.length);
      regions.add(new String(text, StandardCharsets.UTF_8));
      at += 4 + text.length;
    }
  }

  /** Writes and syncs a file. */
  static void write(Storage.Output output, SortedMap<Integer, Fact> facts) throws IOException {
    ContainerWriter out = new ContainerWriter(output, ContainerWriter.FACTS);
    Map<String, Integer> index = new HashMap<>();
    List<byte[]> names = new ArrayList<>();
    long first = out.position();
    for (Map.Entry<Integer, Fact> entry : facts.entrySet()) {
      Fact fact = entry.getValue();
      Coordinate at = fact.position();
      out.writeInt(entry.getKey());
      out.writeInt(fact.kind().number());
      out.writeInt(at == null ? Integer.MIN_VALUE : units(at.longitude()));
      out.writeInt(at == null ? Integer.MIN_VALUE : units(at.latitude()));
      out.writeInt(fact.radiusMetres());
      Integer region = index.get(fact.region());
      if (region == null) {
        region = names.size();
        index.put(fact.region(), region);
        names.add(fact.region().getBytes(StandardCharsets.UTF_8));
      }
      out.writeInt(region);
    }
    long second = out.position();
    for (byte[] name : names) {
      out.writeInt(name.length);
      out.write(name, 0, name.length);
    }
    out.finish(facts.size(), first, names.size(), second);
  }

  private static int units(double degrees) {
    return (int) Math.rint(degrees * UNITS_PER_DEGREE);
  }

  int count() {
    return count;
  }

  /** Number of the i-th place that has facts, ascending. */
  int place(int i) {
    return read(i, 0);
  }

  private int read(int i, int offset) {
    if (file == null) {
      throw new IllegalArgumentException("No facts");
    }
    return file.bytes().get(Container.INT, start + (long) RECORD_BYTES * i + offset);
  }

  /** The i-th facts. */
  Fact at(int i) {
    int longitude = read(i, 8);
    Coordinate position =
        longitude == Integer.MIN_VALUE
            ? null
            : new Coordinate(longitude / UNITS_PER_DEGREE, read(i, 12) / UNITS_PER_DEGREE);
    return new Fact(PlaceKind.of(read(i, 4)), position, read(i, 16), regions.get(read(i, 20)));
  }

  /** Facts of a place, null if there are none. */
  @Nullable Fact find(int place) {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int at = place(middle);
      if (at == place) {
        return at(middle);
      } else if (at < place) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }

  long sizeBytes() {
    return file == null ? 0 : file.bytes().byteSize();
  }

  List<String> damage() {
    return file == null ? List.of() : file.damage();
  }
}
