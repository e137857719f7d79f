package org.firebreak.trace.ingest;

import java.util.Arrays;
import org.firebreak.trace.store.BulkLoad;

/**
 * Parses whole lines of a sighting file into columns; names without a number wait in {@link
 * #persons} and {@link #places} until one thread numbers them. Reused; for one thread at a time.
 */
final class SightingBlock {

  /** Row numbers of refused lines remembered; more are only counted. */
  static final int PROBLEMS_MAX = 20;

  private final SightingColumns columns;
  private final BulkLoad load;
  private final TimeParser times;
  final NameBlock persons = new NameBlock();
  final NameBlock places = new NameBlock();
  int[] person = new int[1 << 16];
  int[] place = new int[1 << 16];
  int[] time = new int[1 << 16];
  int rows;
  long refused;
  final long[] refusedLine = new long[PROBLEMS_MAX];
  final String[] refusedWhy = new String[PROBLEMS_MAX];
  private final int[] starts;
  private final int[] ends;
  private final byte[] lastPerson = new byte[256];
  private int lastPersonLength = -1;
  private int lastPersonNumber;

  SightingBlock(SightingColumns columns, BulkLoad load, TimeParser times) {
    this.columns = columns;
    this.load = load;
    this.times = times;
    this.starts = new int[columns.fields()];
    this.ends = new int[columns.fields()];
  }

  /** Parses the lines in {@code text[from, to)}; numbers of lines count from the block's first. */
  void parse(byte[] text, int from, int to) {
    persons.clear();
    places.clear();
    rows = 0;
    refused = 0;
    lastPersonLength = -1;
    int at = from;
    long line = 0;
    while (at < to) {
      int end = at;
      while (end < to && text[end] != '\n') {
        end++;
      }
      int last = end > at && text[end - 1] == '\r' ? end - 1 : end;
      if (last > at) {
        String why = row(text, at, last);
        if (why != null) {
          refuse(line, why);
        }
      }
      line++;
      at = end + 1;
    }
  }

  private void refuse(long line, String why) {
    if (refused < PROBLEMS_MAX) {
      refusedLine[(int) refused] = line;
      refusedWhy[(int) refused] = why;
    }
    refused++;
  }

  private @org.jspecify.annotations.Nullable String row(byte[] text, int from, int to) {
    if (!split(text, from, to)) {
      return "has another number of fields than the header";
    }
    int p = columns.person();
    int t = columns.time();
    if (starts[p] == ends[p]) {
      return "column person: is empty";
    }
    long when = times.parse(text, starts[t], ends[t]);
    if (when == TimeParser.INVALID || when > 0xFFFF_FFFFL) {
      String value =
          new String(text, starts[t], ends[t] - starts[t], java.nio.charset.StandardCharsets.UTF_8);
      return times.offsetMissing()
          ? "column time: '" + value + "' says no offset from UTC; give one with --offset"
          : "column time: '" + value + "' is not a time";
    }
    int where = columns.placeOf(text, starts, ends, load, places);
    if (where == SightingColumns.NO_PLACE) {
      return columns.placeProblem(text, starts, ends);
    }
    if (rows == time.length) {
      int more = 2 * rows;
      person = Arrays.copyOf(person, more);
      place = Arrays.copyOf(place, more);
      time = Arrays.copyOf(time, more);
    }
    person[rows] = personOf(text, starts[p], ends[p]);
    place[rows] = where;
    time[rows] = (int) when;
    rows++;
    return null;
  }

  /** The number of the person; below 0, an index in {@link #persons}: -1 - index. */
  private int personOf(byte[] text, int from, int to) {
    int length = to - from;
    if (length == lastPersonLength
        && Arrays.equals(text, from, to, lastPerson, 0, lastPersonLength)) {
      return lastPersonNumber;
    }
    int number = load.findPerson(text, from, length);
    if (number < 0) {
      number = -1 - persons.index(text, from, to);
    }
    if (length <= lastPerson.length) {
      System.arraycopy(text, from, lastPerson, 0, length);
      lastPersonLength = length;
      lastPersonNumber = number;
    }
    return number;
  }

  private boolean split(byte[] text, int from, int to) {
    byte delimiter = columns.delimiter();
    int field = 0;
    int at = from;
    while (true) {
      if (field == starts.length) {
        return false;
      }
      if (at < to && text[at] == '"') {
        int close = at + 1;
        while (close < to && text[close] != '"') {
          close++;
        }
        starts[field] = at + 1;
        ends[field] = close;
        at = close + 1;
        if (close >= to || (at < to && text[at] != delimiter)) {
          return false;
        }
      } else {
        starts[field] = at;
        while (at < to && text[at] != delimiter) {
          at++;
        }
        ends[field] = at;
      }
      field++;
      if (at >= to) {
        return field == starts.length;
      }
      at++;
    }
  }
}
