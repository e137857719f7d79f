package org.firebreak.trace.testing;

import java.util.Random;
import org.firebreak.trace.Evidence;
import org.firebreak.trace.PlaceKind;
import org.firebreak.trace.Source;
import org.firebreak.trace.Stay;

/** Seeded random stays, with many ties, doubles, full minutes and stays over midnight. */
public final class RandomStays {

  /** Begin of the days the stays lie in. */
  public static final long START = 1_780_000_000L / 86_400 * 86_400;

  private final Random random;
  private final int persons;
  private final int places;
  private final int days;

  public RandomStays(long seed, int persons, int places, int days) {
    this.random = new Random(seed);
    this.persons = persons;
    this.places = places;
    this.days = days;
  }

  /** The next stay. */
  public Stay next() {
    boolean minutes = random.nextInt(3) > 0;
    long from = START + random.nextInt(days * 86_400);
    long seconds = 1L + random.nextInt(random.nextInt(20) == 0 ? 100_000 : 5_000);
    if (minutes) {
      from -= from % 60;
      seconds = (seconds / 60 + 1) * 60;
    }
    PlaceKind kind = PlaceKind.of(random.nextInt(22));
    Source source = Source.of(random.nextInt(7));
    int row = random.nextInt(4) == 0 ? random.nextInt(40) : 0;
    int evidence = Evidence.code(kind, source, random.nextInt(3000));
    return new Stay(
        random.nextInt(persons), random.nextInt(places), evidence, row, from, from + seconds);
  }
}
