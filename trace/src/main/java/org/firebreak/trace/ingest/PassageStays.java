package org.firebreak.trace.ingest;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.firebreak.trace.StayVisitor;
import org.firebreak.trace.store.RadixSort;

/**
 * Turns passages of a door (check-in, gate scan: person, place, time, in or out) into stays.
 *
 * <p>Somebody who comes in stays until they go out of the same place; if that is not recorded,
 * until they come in elsewhere, at most the usual visit. Somebody who goes out without having come
 * in has been there for the usual visit, but not since before their passage before. A second coming
 * in at the same place goes on with the stay. Parameters:
 * docs/methods/stay-detection-parameters.csv.
 *
 * <p>For one thread; 20 bytes a passage.
 */
public final class PassageStays {

  private static final int TIME_BITS = 33;

  private final int usualVisitSeconds;
  private final int longestVisitSeconds;
  private int count;
  private int[] persons = new int[1024];
  private int[] places = new int[1024];
  private long[] times = new long[1024];
  private boolean[] ins = new boolean[1024];

  /**
   * @param usualVisitSeconds length of a visit of which only one end is known, above 0
   * @param longestVisitSeconds an out later than this after the in belongs to another visit
   */
  public PassageStays(int usualVisitSeconds, int longestVisitSeconds) {
    if (usualVisitSeconds < 1 || longestVisitSeconds < usualVisitSeconds) {
      throw new IllegalArgumentException(
          "Visits must last: usual " + usualVisitSeconds + ", longest " + longestVisitSeconds);
    }
    this.usualVisitSeconds = usualVisitSeconds;
    this.longestVisitSeconds = longestVisitSeconds;
  }

  /** Takes a passage, in any order. */
  public void passage(int person, int place, long time, boolean in) {
    if (count == persons.length) {
      persons = Arrays.copyOf(persons, 2 * count);
      places = Arrays.copyOf(places, 2 * count);
      times = Arrays.copyOf(times, 2 * count);
      ins = Arrays.copyOf(ins, 2 * count);
    }
    persons[count] = person;
    places[count] = place;
    times[count] = time;
    ins[count] = in;
    count++;
  }

  /**
   * Hands over the stays of all passages.
   *
   * @param evidence of a place's stays
   */
  public void stays(IntUnaryOperator evidence, StayVisitor visitor) {
    long[] keys = new long[count];
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      keys[i] = (long) persons[i] << TIME_BITS | times[i] << 1 | (ins[i] ? 1 : 0);
      order[i] = i;
    }
    RadixSort.sort(keys, order, count);
    for (int i = 0; i < count; i++) {
      int at = order[i];
      if (ins[at]) {
        i = visit(order, i, evidence, visitor);
      } else {
        long earliest = times[at] - usualVisitSeconds;
        if (i > 0 && persons[order[i - 1]] == persons[at]) {
          earliest = Math.max(earliest, times[order[i - 1]]);
        }
        emit(at, earliest, times[at], evidence, visitor);
      }
    }
  }

  /** A stay from a coming in; the answer is the last passage it used. */
  private int visit(int[] order, int start, IntUnaryOperator evidence, StayVisitor visitor) {
    int first = order[start];
    int used = start;
    int last = first;
    while (used + 1 < count) {
      int next = order[used + 1];
      boolean goesOn =
          persons[next] == persons[first]
              && places[next] == places[first]
              && times[next] - times[last] <= longestVisitSeconds;
      if (!goesOn) {
        break;
      }
      if (!ins[next]) {
        emit(first, times[first], times[next], evidence, visitor);
        return used + 1;
      }
      if (times[next] - times[last] > usualVisitSeconds) {
        break;
      }
      used++;
      last = next;
    }
    long end = times[last] + usualVisitSeconds;
    if (used + 1 < count && persons[order[used + 1]] == persons[first]) {
      end = Math.min(end, times[order[used + 1]]);
    }
    emit(first, times[first], end, evidence, visitor);
    return used;
  }

  private void emit(int at, long from, long to, IntUnaryOperator evidence, StayVisitor visitor) {
    if (to > from) {
      visitor.stay(persons[at], places[at], evidence.applyAsInt(places[at]), 0, from, to);
    }
  }
}
