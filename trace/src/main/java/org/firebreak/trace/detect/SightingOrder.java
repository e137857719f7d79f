package org.firebreak.trace.detect;

import java.util.Arrays;

/**
 * Puts one person's sightings in order as they stream in: holds them back until none within the
 * allowed lateness can come before them. Doubles are dropped. A sighting that comes later than that
 * is counted and dropped; a batch sorts instead and loses none. For one thread.
 */
public final class SightingOrder {

  private final int latenessSeconds;
  private final StayDetector detector;
  private long[] times = new long[8];
  private int[] places = new int[8];
  private int held;
  private long newest = Long.MIN_VALUE;
  private long released = Long.MIN_VALUE;
  private long tooLate;

  /**
   * @param latenessSeconds how much later than a newer one a sighting may come, at least 0
   */
  public SightingOrder(int latenessSeconds, StayDetector detector) {
    if (latenessSeconds < 0) {
      throw new IllegalArgumentException("Lateness must be >= 0 s, was " + latenessSeconds);
    }
    this.latenessSeconds = latenessSeconds;
    this.detector = detector;
  }

  /** Takes a sighting, in any order. */
  public void sighting(long time, int place) {
    if (time < released) {
      tooLate++;
      return;
    }
    int at = held;
    while (at > 0 && times[at - 1] > time) {
      at--;
    }
    for (int i = at - 1; i >= 0 && times[i] == time; i--) {
      if (places[i] == place) {
        return;
      }
    }
    if (held == times.length) {
      times = Arrays.copyOf(times, 2 * held);
      places = Arrays.copyOf(places, 2 * held);
    }
    System.arraycopy(times, at, times, at + 1, held - at);
    System.arraycopy(places, at, places, at + 1, held - at);
    times[at] = time;
    places[at] = place;
    held++;
    newest = Math.max(newest, time);
    release(newest - latenessSeconds);
  }

  private void release(long until) {
    int count = 0;
    while (count < held && times[count] < until) {
      detector.sighting(times[count], places[count]);
      released = times[count];
      count++;
    }
    System.arraycopy(times, count, times, 0, held - count);
    System.arraycopy(places, count, places, 0, held - count);
    held -= count;
  }

  /** Sightings that came too late to be used. */
  public long tooLate() {
    return tooLate;
  }

  /** Ends the person. */
  public void finish() {
    release(Long.MAX_VALUE);
    detector.finish();
    newest = Long.MIN_VALUE;
    released = Long.MIN_VALUE;
  }
}
