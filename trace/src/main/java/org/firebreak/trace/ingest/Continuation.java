package org.firebreak.trace.ingest;

import org.firebreak.trace.Evidence;
import org.firebreak.trace.Source;
import org.firebreak.trace.TraceReader;

/**
 * Lets stays go on over the border of two files that are read on two days: the last stay the store
 * has of a person counts as a sighting at its end. Safe for use by several threads.
 */
public final class Continuation {

  private static final long NONE = Long.MIN_VALUE;

  private final TraceReader reader;
  private final int persons;
  private final int gapSecondsMax;

  /** A stay that ended before. */
  record Last(int place, long end) {

    boolean isThere() {
      return end != NONE;
    }
  }

  /**
   * @param reader the store before the load
   * @param persons how many persons it has
   * @param gapSecondsMax how long before a first sighting a stay may have ended
   */
  public Continuation(TraceReader reader, int persons, int gapSecondsMax) {
    this.reader = reader;
    this.persons = persons;
    this.gapSecondsMax = gapSecondsMax;
  }

  /** The latest stay from signalling or positions that ended within the gap before {@code time}. */
  Last before(int person, long time) {
    if (person >= persons) {
      return new Last(-1, NONE);
    }
    long[] end = {NONE};
    int[] at = {-1};
    reader.staysOf(
        person,
        time - gapSecondsMax,
        time,
        (who, place, evidence, row, from, to) -> {
          Source source = Evidence.source(evidence);
          boolean seen = source == Source.SIGHTING || source == Source.POSITION;
          if (seen && to <= time && to > end[0]) {
            end[0] = to;
            at[0] = place;
          }
        });
    return new Last(at[0], end[0]);
  }
}
