package org.firebreak.trace.detect;

import org.jspecify.annotations.Nullable;

/**
 * Finds the stays in one person's sightings: runs of sightings in one place. Streaming: a stay is
 * handed over as soon as later sightings cannot change it; constant memory. Sightings come in time
 * order ({@link SightingOrder} puts them in order); doubles do no harm.
 *
 * <p>Ping-pong: a phone at the border of two cells is handed over and back. A visit to a cell whose
 * area touches that of the first, short by its own sightings, and left for the first cell again
 * soon, is taken as a handover and the stay goes on. Method and sources:
 * docs/methods/stay-detection.md.
 *
 * <p>For one thread.
 */
public final class StayDetector {

  /** Whether the areas of two places touch. */
  @FunctionalInterface
  public interface Touching {
    boolean touch(int place, int other);
  }

  /** Takes a stay. */
  @FunctionalInterface
  public interface Sink {

    /** From {@code from} until {@code to}, seconds since 1970. */
    void stay(int place, long from, long to);
  }

  /** A run of sightings in one place. */
  private static final class Run {
    final int place;
    final long begin;
    final long first;
    long last;

    Run(int place, long begin, long first) {
      this.place = place;
      this.begin = begin;
      this.first = first;
      this.last = first;
    }
  }

  private final DetectionParameters parameters;
  private final Touching touching;
  private final Sink sink;
  private @Nullable Run current;
  private @Nullable Run visit;

  public StayDetector(DetectionParameters parameters, Touching touching, Sink sink) {
    this.parameters = parameters;
    this.touching = touching;
    this.sink = sink;
  }

  /**
   * Takes the next sighting of the person.
   *
   * @param time seconds since 1970, not before the one given last
   */
  public void sighting(long time, int place) {
    Run here = current;
    if (here == null) {
      current = new Run(place, time, time);
      return;
    }
    Run away = visit;
    long last = away == null ? here.last : away.last;
    if (time < last) {
      throw new IllegalArgumentException("Sightings out of order: " + time + " after " + last);
    }
    if (time - last > parameters.gapSecondsMax()) {
      afterGap(here, away, time, place, last);
    } else if (away == null) {
      if (place == here.place) {
        here.last = time;
      } else {
        visit = new Run(place, edge(here.last, time, false), time);
      }
    } else if (place == here.place && isHandover(here, away, time)) {
      here.last = time;
      visit = null;
    } else if (place == away.place) {
      away.last = time;
    } else {
      end(here, edge(here.last, away.first, true));
      current = away;
      visit = new Run(place, edge(away.last, time, false), time);
    }
  }

  private void afterGap(Run here, @Nullable Run away, long time, int place, long last) {
    if (away == null) {
      end(here, edge(last, time, true));
    } else {
      end(here, edge(here.last, away.first, true));
      end(away, edge(last, time, true));
      visit = null;
    }
    current = new Run(place, edge(last, time, false), time);
  }

  private boolean isHandover(Run here, Run away, long time) {
    return away.last - away.first <= parameters.pingPongDwellSecondsMax()
        && time - here.last <= parameters.pingPongReturnSecondsMax()
        && touching.touch(here.place, away.place);
  }

  /** Where a stay ends (or the next begins) between a sighting and the next one elsewhere. */
  private long edge(long before, long after, boolean end) {
    long half = Math.min((after - before) / 2, parameters.edgeSecondsMax());
    return end ? before + half : after - half;
  }

  private void end(Run run, long end) {
    if (end - run.begin >= Math.max(1, parameters.dwellSecondsMin())) {
      sink.stay(run.place, run.begin, end);
    }
  }

  /** Ends the person: hands over what is open, and is ready for the next person. */
  public void finish() {
    Run here = current;
    Run away = visit;
    if (here != null && away != null) {
      end(here, edge(here.last, away.first, true));
      end(away, away.last);
    } else if (here != null) {
      end(here, here.last);
    }
    current = null;
    visit = null;
  }
}
