package org.firebreak.trace.store;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.trace.StayVisitor;

/**
 * Stays of one day in an immutable file, ordered twice. A stay over the end of a day lies in each
 * day's file with its part.
 *
 * <p>Body of the file (frame: {@link ContainerWriter}, all little-endian):
 *
 * <pre>
 * person order   blocks of 256 rows sorted by person, begin, place, end, evidence, row
 *                directory, 8 bytes a block: first person, offset of the block / 8
 *                guide, 4 bytes a bucket: first block whose first person is in the bucket or after
 * place order    the same with person and place exchanged
 * evidence       4 bytes for each evidence code that occurs, the most frequent first
 *
 * block   1 byte   rows - 1
 *         1        unit of times: 1 or 60 seconds
 *         6        width in bits of key, begin, duration, other, evidence, row
 *         24       least value of each of the six (key = person, other = place, or the reverse)
 *         ...      six columns, each value minus the least in as many bits as the width says, each
 *                  column filled up to 8 bytes
 *
 * fields  0 first second of the day (since 1970)
 *         1 number of evidence codes (upper half), length of the day, 86,400 (lower half)
 *         2-7  person order: start, blocks, directory, guide, shift of the guide and greatest key
 *              (upper and lower half), rows
 *         8-13 place order
 * </pre>
 *
 * The evidence table stands right after the guide of the place order.
 *
 * <p><b>Cost</b>: 12 to 16 bytes a stay, both orders together (measured in docs/runs); a look-up is
 * one guide entry, some directory entries and one block: about 1 microsecond when in memory. A scan
 * reads only the columns it needs.
 *
 * <p>Dropped ideas: general compression (lz4, zstd) of the blocks saves a fifth and costs random
 * access; delta coding of the key saves half a byte and costs it too; storing in one order only the
 * row number in the other saves 4 bytes and makes every row a random read.
 */
final class Segment {

  static final int DAY_SECONDS = 86_400;

  private final Container file;
  private final long dayStart;
  private final Order byPerson;
  private final Order byPlace;

  Segment(String name, MemorySegment bytes) {
    this.file = new Container(name, bytes, ContainerWriter.SEGMENT);
    this.dayStart = file.field(0);
    int codes = (int) (file.field(1) >>> 32);
    long table = tableOffset(file);
    int[] evidence = new int[codes];
    for (int i = 0; i < codes; i++) {
      evidence[i] = file.bytes().get(Container.INT, table + 4L * i);
    }
    this.byPerson = new Order(file, 2, evidence);
    this.byPlace = new Order(file, 8, evidence);
  }

  /** The evidence table ends the body; its start follows from the guide before it. */
  private static long tableOffset(Container file) {
    int shift = (int) (file.field(12) >>> 32);
    int greatest = (int) file.field(12);
    return file.field(11) + 4L * ((greatest >>> shift) + 2);
  }

  String name() {
    return file.name();
  }

  /** First second of the day, since 1970. */
  long dayStart() {
    return dayStart;
  }

  long stays() {
    return byPerson.rows();
  }

  long sizeBytes() {
    return file.bytes().byteSize();
  }

  Order byPerson() {
    return byPerson;
  }

  Order byPlace() {
    return byPlace;
  }

  /** Stays of a person that overlap the window (seconds since 1970). */
  void staysOf(int person, long from, long to, StayVisitor visitor) {
    int first = Math.clamp(from - dayStart, 0, DAY_SECONDS);
    int end = Math.clamp(to - dayStart, 0, DAY_SECONDS);
    long day = dayStart;
    find(
        byPerson,
        person,
        first,
        end,
        (key, other, evidence, row, begin, finish) ->
            visitor.stay(key, other, evidence, row, begin + day, finish + day));
  }

  /** Stays at a place that overlap the window (seconds since 1970). */
  void staysAt(int place, long from, long to, StayVisitor visitor) {
    int first = Math.clamp(from - dayStart, 0, DAY_SECONDS);
    int end = Math.clamp(to - dayStart, 0, DAY_SECONDS);
    long day = dayStart;
    find(
        byPlace,
        place,
        first,
        end,
        (key, other, evidence, row, begin, finish) ->
            visitor.stay(other, key, evidence, row, begin + day, finish + day));
  }

  private static void find(Order order, int key, int first, int end, StayVisitor visitor) {
    if (end <= first) {
      return;
    }
    BlockCursor cursor = null;
    for (int block = order.firstBlockOf(key); block < order.blocks(); block++) {
      if (order.firstKey(block) > key) {
        return;
      }
      if (cursor == null) {
        cursor = new BlockCursor(order);
      }
      cursor.load(block);
      if (cursor.latestEnd() <= first) {
        continue;
      }
      for (int i = cursor.firstIndexOf(key); i < cursor.rows(); i++) {
        if (cursor.key(i) != key) {
          return;
        }
        int from = cursor.from(i);
        if (from >= end) {
          return;
        }
        int to = cursor.to(i);
        if (to > first) {
          visitor.stay(key, cursor.other(i), cursor.evidence(i), cursor.row(i), from, to);
        }
      }
    }
  }

  /** What is wrong with the file: checksums, then order and agreement of both orders. */
  List<String> damage() {
    List<String> found = new ArrayList<>(file.damage());
    if (found.isEmpty()) {
      long byPersonSum = check(byPerson, "person", false, found);
      long byPlaceSum = check(byPlace, "place", true, found);
      if (byPerson.rows() != byPlace.rows() || byPersonSum != byPlaceSum) {
        found.add(name() + ": the two orders do not hold the same stays");
      }
    }
    return found;
  }

  /** Checks the order of rows; the answer is a sum over stays that does not depend on it. */
  private long check(Order order, String what, boolean exchanged, List<String> found) {
    BlockCursor cursor = new BlockCursor(order);
    Row before = new Row();
    Row row = new Row();
    before.key = -1;
    long sum = 0;
    long seen = 0;
    for (int block = 0; block < order.blocks(); block++) {
      cursor.load(block);
      for (int i = 0; i < cursor.rows(); i++) {
        cursor.copy(i, row);
        if (before.compareTo(row) >= 0 || row.to > DAY_SECONDS || row.from >= row.to) {
          found.add(
              "%s: %s order, block %d, row %d is out of order".formatted(name(), what, block, i));
          return sum;
        }
        int person = exchanged ? row.other : row.key;
        int place = exchanged ? row.key : row.other;
        long mixed = Hashes.mix(((long) person << 32) ^ place ^ (long) row.from << 20);
        sum += Hashes.mix(mixed ^ (long) row.to << 32 ^ (long) row.evidence << 16 ^ row.row);
        before.set(row);
        seen++;
      }
    }
    if (seen != order.rows()) {
      found.add(name() + ": " + what + " order holds " + seen + " rows instead of " + order.rows());
    }
    return sum;
  }
}
