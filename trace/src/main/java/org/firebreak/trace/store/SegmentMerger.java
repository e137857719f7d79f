package org.firebreak.trace.store;

import java.io.IOException;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * Merges the segments of one day into one; equal stays become one. Memory: one row and one cursor a
 * segment. Sequential in all files.
 */
final class SegmentMerger {

  private SegmentMerger() {}

  /**
   * Writes and syncs the merged file.
   *
   * @param keep which persons to keep
   * @return stays written
   */
  static long merge(List<Segment> segments, IntPredicate keep, Storage.Output out)
      throws IOException {
    long[] counts = new long[SegmentWriter.EVIDENCE_CODES];
    for (Segment segment : segments) {
      count(segment.byPerson(), counts);
    }
    return SegmentWriter.write(
        out,
        segments.getFirst().dayStart(),
        counts,
        taker -> merge(segments, Segment::byPerson, row -> keep.test(row.key), taker),
        taker -> merge(segments, Segment::byPlace, row -> keep.test(row.other), taker));
  }

  private static void count(Order order, long[] counts) {
    BlockCursor cursor = new BlockCursor(order);
    for (int block = 0; block < order.blocks(); block++) {
      cursor.load(block);
      for (int i = 0; i < cursor.rows(); i++) {
        counts[cursor.evidence(i)]++;
      }
    }
  }

  /** Takes a row of a scan. */
  interface RowVisitor {
    void row(Row row);
  }

  /** Rows of all segments by person, equal ones once, of persons {@code first} to {@code end}. */
  static void scanPersons(List<Segment> segments, int first, int end, RowVisitor visitor) {
    PriorityQueue<Run> runs = new PriorityQueue<>();
    for (Segment segment : segments) {
      Run run = new Run(segment.byPerson(), first);
      if (run.next() && run.row.key < end) {
        runs.add(run);
      }
    }
    Row last = new Row();
    last.key = -1;
    while (!runs.isEmpty()) {
      Run run = runs.poll();
      if (run.row.compareTo(last) != 0) {
        visitor.row(run.row);
        last.set(run.row);
      }
      if (run.next() && run.row.key < end) {
        runs.add(run);
      }
    }
  }

  private interface RowFilter {
    boolean keeps(Row row);
  }

  private static void merge(
      List<Segment> segments,
      Function<Segment, Order> side,
      RowFilter filter,
      SegmentWriter.Taker taker)
      throws IOException {
    PriorityQueue<Run> runs = new PriorityQueue<>();
    for (Segment segment : segments) {
      Run run = new Run(side.apply(segment));
      if (run.next()) {
        runs.add(run);
      }
    }
    while (!runs.isEmpty()) {
      Run run = runs.poll();
      Run rival = runs.peek();
      boolean more = true;
      do {
        if (filter.keeps(run.row)) {
          taker.take(run.row);
        }
        more = run.next();
      } while (more && (rival == null || run.compareTo(rival) <= 0));
      if (more) {
        runs.add(run);
      }
    }
  }

  /** One segment's rows in turn. */
  private static final class Run implements Comparable<Run> {
    private final Order order;
    private final BlockCursor cursor;
    private final Row row = new Row();
    private int block = -1;
    private int index;

    Run(Order order) {
      this.order = order;
      this.cursor = new BlockCursor(order);
    }

    /** Begins before the first row of a key. */
    Run(Order order, int key) {
      this(order);
      block = order.firstBlockOf(key);
      if (block < order.blocks()) {
        cursor.load(block);
        index = cursor.firstIndexOf(key) - 1;
      }
    }

    boolean next() {
      index++;
      if (block < 0 || index >= cursor.rows()) {
        block++;
        index = 0;
        if (block >= order.blocks()) {
          return false;
        }
        cursor.load(block);
      }
      cursor.copy(index, row);
      return true;
    }

    @Override
    public int compareTo(Run other) {
      return row.compareTo(other.row);
    }
  }
}
