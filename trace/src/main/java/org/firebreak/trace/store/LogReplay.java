package org.firebreak.trace.store;

import java.util.Map;
import org.firebreak.base.error.DataException;

/** Plays a log into dictionaries, facts and a buffer. */
record LogReplay(
    Dictionary persons, Dictionary places, Map<Integer, Facts.Fact> facts, StayBuffer buffer)
    implements WriteAheadLog.Replay {

  @Override
  public void person(int number, byte[] name) {
    check(persons.findOrAdd(name, 0, name.length, 0), number);
  }

  @Override
  public void place(int number, byte[] name, int kind) {
    check(places.findOrAdd(name, 0, name.length, kind), number);
  }

  private static void check(int given, int logged) {
    if (given != logged) {
      throw new DataException(
          "store-damaged",
          "the log gives number %d to a name that has %d: log and dictionaries do not fit"
              .formatted(logged, given));
    }
  }

  @Override
  public void fact(int place, Facts.Fact fact) {
    facts.put(place, fact);
  }

  @Override
  public void stay(int person, int place, int evidence, int row, long from, long to) {
    buffer.stay(person, place, evidence, row, from, to);
  }
}
