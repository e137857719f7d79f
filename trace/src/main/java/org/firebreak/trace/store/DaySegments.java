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

  private static StayVisitor collector(List<Stay> into) {
    return (person, place, evidence, row, from, to) ->
        into.add(new Stay(person, place, evidence, row, from, to));
  }

  private static void hand(Stay s, StayVisitor visitor) {
    visitor.stay(s.person(), s.place(), s.evidence(), s.row(), s.from(), s.to());
  }
}
