package org.firebreak.trace.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.trace.StayVisitor;

/**
 * Stays in memory, 24 bytes each, cut at the ends of days and ready to be written as day segments.
 * For one thread.
 */
final class StayBuffer implements StayVisitor {

  private static final int TIME_BITS = 17;
  private static final int TIME_MASK = (1 << TIME_BITS) - 1;
  private static final int LONGS = 3;

  private final int offsetSeconds;

  /** Three longs a stay: person and place; day and evidence; row, begin and end. */
  private long[] data = new long[LONGS * 1024];

  private int count;

  /**
   * @param offsetSeconds of the store's days from UTC, east positive
   */
  StayBuffer(int offsetSeconds) {
    this.offsetSeconds = offsetSeconds;
  }

  /** Stays, after cutting. */
  int count() {
    return count;
  }

  @Override
  public void stay(int person, int place, int evidence, int row, long from, long to) {
    long begin = from;
    while (begin < to) {
      int day = (int) Math.floorDiv(begin + offsetSeconds, Segment.DAY_SECONDS);
      long dayStart = dayStart(day);
      long end = Math.min(to, dayStart + Segment.DAY_SECONDS);
      add(person, place, evidence, row, day, (int) (begin - dayStart), (int) (end - dayStart));
      begin = end;
    }
  }

  /** First second of a day, since 1970. */
  long dayStart(int day) {
    return (long) day * Segment.DAY_SECONDS - offsetSeconds;
  }

  private void add(int person, int place, int evidence, int row, int day, int from, int to) {
    int at = LONGS * count;
    if (at == data.length) {
      data = Arrays.copyOf(data, 2 * at);
    }
    data[at] = (long) person << 32 | place;
    data[at + 1] = (long) day << 32 | evidence;
    data[at + 2] = (long) row << (2 * TIME_BITS) | (long) from << TIME_BITS | to;
    count++;
  }

  void clear() {
    count = 0;
  }

  /** The days that occur, ascending. */
  Set<Integer> days() {
    Set<Integer> days = new TreeSet<>();
    int last = Integer.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      int day = (int) (data[LONGS * i + 1] >> 32);
      if (day != last) {
        days.add(day);
        last = day;
      }
    }
    return days;
  }

  /** Writes the stays of one day as a segment; the answer is their number without doubles. */
  long write(int day, Storage.Output out) throws IOException {
    int[] chosen = new int[count];
    int size = 0;
    long[] counts = new long[SegmentWriter.EVIDENCE_CODES];
    for (int i = 0; i < count; i++) {
      if ((int) (data[LONGS * i + 1] >> 32) == day) {
        chosen[size++] = i;
        counts[(int) data[LONGS * i + 1] & 0xFFFF]++;
      }
    }
    int rows = size;
    return SegmentWriter.write(
        out,
        dayStart(day),
        counts,
        taker -> each(chosen, rows, false, taker),
        taker -> each(chosen, rows, true, taker));
  }

  private void each(int[] chosen, int size, boolean byPlace, SegmentWriter.Taker taker)
      throws IOException {
    long[] keys = new long[size];
    int[] sorted = Arrays.copyOf(chosen, size);
    for (int i = 0; i < size; i++) {
      long pair = data[LONGS * sorted[i]];
      long key = byPlace ? pair & 0xFFFF_FFFFL : pair >>> 32;
      keys[i] = key << TIME_BITS | (data[LONGS * sorted[i] + 2] >>> TIME_BITS & TIME_MASK);
    }
    RadixSort.sort(keys, sorted, size);
    Row row = new Row();
    Row other = new Row();
    int start = 0;
    while (start < size) {
      int end = start + 1;
      while (end < size && keys[end] == keys[start]) {
        end++;
      }
      sortTies(sorted, start, end, byPlace, row, other);
      for (int i = start; i < end; i++) {
        load(sorted[i], byPlace, row);
        taker.take(row);
      }
      start = end;
    }
  }

  /** Sorts rows of one key and begin by the rest; there are few. */
  private void sortTies(int[] sorted, int start, int end, boolean byPlace, Row a, Row b) {
    if (end - start > 32) {
      Integer[] boxed = new Integer[end - start];
      for (int i = start; i < end; i++) {
        boxed[i - start] = sorted[i];
      }
      Arrays.sort(
          boxed,
          (x, y) -> {
            load(x, byPlace, a);
            load(y, byPlace, b);
            return a.compareTo(b);
          });
      for (int i = start; i < end; i++) {
        sorted[i] = boxed[i - start];
      }
      return;
    }
    for (int i = start + 1; i < end; i++) {
      int moved = sorted[i];
      load(moved, byPlace, a);
      int at = i - 1;
      for (; at >= start; at--) {
        load(sorted[at], byPlace, b);
        if (b.compareTo(a) <= 0) {
          break;
        }
        sorted[at + 1] = sorted[at];
      }
      sorted[at + 1] = moved;
    }
  }

  private void load(int stay, boolean byPlace, Row row) {
    long pair = data[LONGS * stay];
    long times = data[LONGS * stay + 2];
    row.key = (int) (byPlace ? pair : pair >>> 32);
    row.other = (int) (byPlace ? pair >>> 32 : pair);
    row.evidence = (int) data[LONGS * stay + 1] & 0xFFFF;
    row.from = (int) (times >>> TIME_BITS) & TIME_MASK;
    row.to = (int) times & TIME_MASK;
    row.row = (int) (times >>> (2 * TIME_BITS));
  }
}
