package org.firebreak.bench;

import org.firebreak.trace.Evidence;
import org.firebreak.trace.PlaceKind;
import org.firebreak.trace.Source;
import org.firebreak.trace.StayVisitor;
import org.firebreak.trace.store.BulkLoad;

/**
 * Eight stays a day for any number of people, as keyed functions of person and day: home (2 to 3
 * people), a bus (some 60), a workplace room (15), a restaurant (about 50 at a time), a shop (about
 * 50). Times are whole minutes of the store's day. The shape is that of the synthetic city; it is
 * made here so that a billion stays take minutes. For one thread.
 */
final class SyntheticStays {

  static final int STAYS_A_DAY = 8;
  private static final int HOME_SIZE_NUMERATOR = 5;
  private static final int HOME_SIZE_DENOMINATOR = 13;
  private static final int ROOM = 15;
  private static final int NEIGHBOURHOOD = 500;
  private static final int BUSES = 8;
  private static final int DISTRICT = 5_000;
  private static final int VENUES = 40;

  private final int persons;
  private final int[] person;
  private final int homes;
  private final int rooms;
  private final int buses;
  private final int venues;
  private final int[] place;
  private final int[] evidence = new int[6];

  SyntheticStays(int persons, BulkLoad load) {
    this.persons = persons;
    this.person = new int[persons];
    for (int i = 0; i < persons; i++) {
      person[i] = load.person("p%08d".formatted(i));
    }
    this.homes = (int) ((long) persons * HOME_SIZE_NUMERATOR / HOME_SIZE_DENOMINATOR) + 1;
    this.rooms = persons / ROOM + 1;
    this.buses = (persons / NEIGHBOURHOOD + 1) * BUSES;
    this.venues = (persons / DISTRICT + 1) * VENUES;
    this.place = new int[homes + rooms + buses + 2 * venues];
    int at = number(load, "h", PlaceKind.HOME, homes, 0);
    at = number(load, "w", PlaceKind.WORK, rooms, at);
    at = number(load, "m", PlaceKind.TRANSIT, buses, at);
    at = number(load, "r", PlaceKind.RESTAURANT, venues, at);
    number(load, "o", PlaceKind.SHOP, venues, at);
  }

  private int number(BulkLoad load, String letter, PlaceKind kind, int count, int at) {
    int code = Evidence.code(kind, Source.STAY, kind.typicalRadiusMetres());
    evidence[at == 0 ? 0 : kind.number() == 2 ? 1 : kind.number() == 4 ? 2 : kind.number() - 2] =
        code;
    for (int i = 0; i < count; i++) {
      place[at + i] = load.place(letter + i, kind);
    }
    return at + count;
  }

  int persons() {
    return persons;
  }

  /**
   * Region of each place by number: districts in the order of their people, {@code count} of them.
   */
  int[] regions(int count, int placeCount) {
    int[] region = new int[placeCount];
    int[] sizes = {homes, rooms, buses, venues, venues};
    int at = 0;
    for (int size : sizes) {
      for (int i = 0; i < size; i++) {
        region[place[at + i]] = (int) ((long) i * count / size);
      }
      at += size;
    }
    return region;
  }

  /** Hands over the stays of all people on a day that begins at {@code dayStart}. */
  void day(int day, long dayStart, StayVisitor visitor) {
    for (int i = 0; i < persons; i++) {
      long key = mix(i * 0x9E37_79B9_7F4A_7C15L + day);
      int out = 420 + below(key, 60);
      int ride = 20 + below(key >>> 8, 25);
      int lunch = 700 + below(key >>> 16, 50);
      int back = 780 + below(key >>> 20, 30);
      int leave = 1020 + below(key >>> 24, 60);
      int shop = 20 + below(key >>> 32, 60);
      int home = (int) ((long) i * homes / persons);
      // two thirds work near home, the rest anywhere
      long work = mix(i + 77L);
      int room =
          below(work >>> 40, 3) > 0 ? (int) ((long) i * rooms / persons) : below(work, rooms);
      int bus = homes + rooms + i / NEIGHBOURHOOD * BUSES + below(key >>> 36, BUSES);
      int venue = i / DISTRICT * VENUES;
      int eat = homes + rooms + buses + venue + below(key >>> 40, VENUES);
      int buy = homes + rooms + buses + venues + venue + below(key >>> 46, VENUES);
      int end = leave + ride + shop;
      emit(visitor, i, home, 0, dayStart, 0, out);
      emit(visitor, i, bus, 2, dayStart, out, out + ride);
      emit(visitor, i, homes + room, 1, dayStart, out + ride, lunch);
      emit(visitor, i, eat, 3, dayStart, lunch, back);
      emit(visitor, i, homes + room, 1, dayStart, back, leave);
      emit(visitor, i, bus, 2, dayStart, leave, leave + ride);
      emit(visitor, i, buy, 4, dayStart, leave + ride, end);
      emit(visitor, i, home, 0, dayStart, end, 1440);
    }
  }

  private void emit(
      StayVisitor visitor, int who, int where, int kind, long dayStart, int from, int to) {
    visitor.stay(
        person[who], place[where], evidence[kind], 0, dayStart + 60L * from, dayStart + 60L * to);
  }

  private static int below(long bits, int bound) {
    return (int) ((bits & 0x7FFF_FFFFL) % bound);
  }

  static long mix(long x) {
    long z = (x ^ (x >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return z ^ (z >>> 31);
  }
}
