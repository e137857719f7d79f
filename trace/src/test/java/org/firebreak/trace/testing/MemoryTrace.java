package org.firebreak.trace.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.firebreak.trace.Place;
import org.firebreak.trace.Stay;
import org.firebreak.trace.StayVisitor;
import org.firebreak.trace.TraceReader;

/** Stays in a list, searched from end to end: the slow, obvious twin of the store. */
public final class MemoryTrace implements TraceReader {

  private final List<String> persons = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final List<Stay> stays = new ArrayList<>();

  /** Adds a person; the answer is their number. */
  public int addPerson(String token) {
    persons.add(token);
    return persons.size() - 1;
  }

  /** Adds a place; the answer is its number. */
  public int addPlace(Place place) {
    places.add(place);
    return places.size() - 1;
  }

  /** Adds a stay. */
  public void add(Stay stay) {
    stays.add(stay);
  }

  @Override
  public void staysOf(int person, long from, long to, StayVisitor visitor) {
    for (Stay s : stays.stream().sorted().toList()) {
      if (s.person() == person && s.from() < to && s.to() > from) {
        visitor.stay(s.person(), s.place(), s.evidence(), s.row(), s.from(), s.to());
      }
    }
  }

  @Override
  public void staysAt(int place, long from, long to, StayVisitor visitor) {
    for (Stay s : stays.stream().sorted(Comparator.comparingLong(Stay::from)).toList()) {
      if (s.place() == place && s.from() < to && s.to() > from) {
        visitor.stay(s.person(), s.place(), s.evidence(), s.row(), s.from(), s.to());
      }
    }
  }

  @Override
  public OptionalInt findPerson(String token) {
    int index = persons.indexOf(token);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  @Override
  public String person(int person) {
    return persons.get(person);
  }

  @Override
  public OptionalInt findPlace(String name) {
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i).name().equals(name)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  @Override
  public Place place(int place) {
    return places.get(place);
  }
}
