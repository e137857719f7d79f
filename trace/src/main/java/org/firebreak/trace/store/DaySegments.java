package org.firebreak.trace.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firebreak.trace.Stay;
import org.firebreak.trace.StayVisitor;

/**
 * The segments of one day: usually one, more while late data have not been merged. Equal stays of
 * several segments count once. Immutable; safe for use by several threads.
 */
public final class DaySegments {

  private final long start;
  private final List<Segment> segments;

  private DaySegments(long start, List<Segment> segments) {
    this.start = start;
    this.segments = List.copyOf(segments);
  }

  /** Groups by day, ascending. */
  static List<DaySegments> of(List<Segment> segments) {
    Map<Long, List<Segment>> byDay = new TreeMap<>();
    for (Segment segment : segments) {
      byDay.computeIfAbsent(segment.dayStart(), start -> new ArrayList<>()).add(segment);
    }
    return byDay.entrySet().stream()
        .map(day -> new DaySegments(day.getKey(), day.getValue()))
        .toList();
  }

  /** First second of the day, since 1970. */
  public long start() {
    return start;
  }

  /** First second after the day, since 1970. */
  public long end() {
    return start + Segment.DAY_SECONDS;
  }

  /** The date, for a store whose days have this offset from UTC. */
  public LocalDate date(int offsetSeconds) {
    return Instant.ofEpochSecond(start + offsetSeconds).atZone(ZoneOffset.UTC).toLocalDate();
  }

  List<Segment> segments() {
    return segments;
  }

  /** Files of the day. */
  public int files() {
    return segments.size();
  }

  /** Stays of the day; doubles in several files count each. */
  public long stays() {
    return segments.stream().mapToLong(Segment::stays).sum();
  }

  /** Bytes on disk. */
  public long sizeBytes() {
    return segments.stream().mapToLong(Segment::sizeBytes).sum();
  }

  boolean overlaps(long from, long to) {
    return start < to && end() > from;
  }

  void staysOf(int person, long from, long to, StayVisitor visitor) {
    if (segments.size() == 1) {
      segments.getFirst().staysOf(person, from, to, visitor);
      return;
    }
    List<Stay> all = new ArrayList<>();
    for (Segment segment : segments) {
      segment.staysOf(person, from, to, collector(all));
    }
    all.stream().sorted().distinct().forEach(stay -> hand(stay, visitor));
  }

  void staysAt(int place, long from, long to, StayVisitor visitor) {
    if (segments.size() == 1) {
      segments.getFirst().staysAt(place, from, to, visitor);
      return;
    }
    List<Stay> all = new ArrayList<>();
    for (Segment segment : segments) {
      segment.staysAt(place, from, to, collector(all));
    }
    all.sort((a, b) -> a.from() != b.from() ? Long.compare(a.from(), b.from()) : a.compareTo(b));
    all.stream().distinct().forEach(stay -> hand(stay, visitor));
  }

  /**
   * Hands over all stays of the persons {@code first} to before {@code end} (numbers), by person
   * and begin, equal ones once: a pass over the file at memory speed. Several threads may each take
   * a range.
   */
  public void scanPersons(int first, int end, StayVisitor visitor) {
    if (segments.size() == 1) {
      scan(segments.getFirst(), first, end, visitor);
      return;
    }
    SegmentMerger.scanPersons(
        segments,
        first,
        end,
        row ->
            visitor.stay(
                row.key, row.other, row.evidence, row.row, row.from + start, row.to + start));
  }

  private void scan(Segment segment, int first, int end, StayVisitor visitor) {
    Order order = segment.byPerson();
    BlockCursor cursor = new BlockCursor(order);
    for (int block = order.firstBlockOf(first); block < order.blocks(); block++) {
      if (order.firstKey(block) >= end) {
        return;
      }
      cursor.load(block);
      for (int i = cursor.firstIndexOf(first); i < cursor.rows(); i++) {
        int person = cursor.key(i);
        if (person >= end) {
          return;
        }
        int from = cursor.from(i);
        visitor.stay(
            person,
            cursor.other(i),
            cursor.evidence(i),
            cursor.row(i),
            from + start,
            cursor.to(i, from) + start);
      }
    }
  }

  private static StayVisitor collector(List<Stay> into) {
    return (person, place, evidence, row, from, to) ->
        into.add(new Stay(person, place, evidence, row, from, to));
  }

  private static void hand(Stay s, StayVisitor visitor) {
    visitor.stay(s.person(), s.place(), s.evidence(), s.row(), s.from(), s.to());
  }
}
