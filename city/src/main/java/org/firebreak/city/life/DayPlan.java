package org.firebreak.city.life;

/**
 * Where one person is on one day: {@value #SLOTS} slots in time order, each with a place and its
 * minutes of the day; reused by the caller, so not safe for use by several threads.
 */
public final class DayPlan {

  /** Number of slots of a day. */
  public static final int SLOTS = 8;

  static final int NIGHT = 0;
  static final int WAY_OUT = 1;
  static final int MORNING = 2;
  static final int NOON = 3;
  static final int AFTERNOON = 4;
  static final int WAY_BACK = 5;
  static final int EVENING = 6;
  static final int LATE = 7;
  static final int DAY_MINUTES = 1440;

  private final long[] places = new long[SLOTS];
  private final int[] from = new int[SLOTS];
  private final int[] to = new int[SLOTS];

  void set(int slot, long place, int fromMinute, int toMinute) {
    places[slot] = place;
    from[slot] = fromMinute;
    to[slot] = toMinute;
  }

  void setAll(long place) {
    for (int slot = 0; slot < SLOTS; slot++) {
      set(slot, place, slot * 180, slot * 180 + 180);
    }
  }

  /** The place, or {@link Place#NONE}. */
  public long place(int slot) {
    return places[slot];
  }

  /** First minute of the day in the slot. */
  public int from(int slot) {
    return from[slot];
  }

  /** First minute after the slot. */
  public int to(int slot) {
    return to[slot];
  }
}
