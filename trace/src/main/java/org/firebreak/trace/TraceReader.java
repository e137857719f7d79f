package org.firebreak.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Answers the two questions all of tracing rests on: where was this person, and who was at this
 * place. A reader shows one state of the store and does not change; it is safe for use by several
 * threads.
 *
 * <p>A stay over the end of a store's day is stored in pieces, one a day; the visitors see the
 * pieces, the lists put them together again.
 */
public interface TraceReader {

  /**
   * Hands over the stays of a person that overlap a window, in order of {@link Stay#compareTo} day
   * by day.
   *
   * @param from first second of the window
   * @param to first second after the window
   */
  void staysOf(int person, long from, long to, StayVisitor visitor);

  /**
   * Hands over the stays at a place that overlap a window, in order of begin within a day.
   *
   * @param from first second of the window
   * @param to first second after the window
   */
  void staysAt(int place, long from, long to, StayVisitor visitor);

  /** The number of a person's token. */
  OptionalInt findPerson(String token);

  /** The token of a person. */
  String person(int person);

  /** The number of a place's name. */
  OptionalInt findPlace(String name);

  /** What is known of a place. */
  Place place(int place);

  /** Stays of a person that overlap the window, whole, in time order. */
  default List<Stay> listStaysOf(int person, long from, long to) {
    List<Stay> pieces = new ArrayList<>();
    staysOf(person, from, to, collector(pieces));
    return joined(pieces);
  }

  /** Stays at a place that overlap the window, whole, by person and time. */
  default List<Stay> listStaysAt(int place, long from, long to) {
    List<Stay> pieces = new ArrayList<>();
    staysAt(place, from, to, collector(pieces));
    return joined(pieces);
  }

  private static StayVisitor collector(List<Stay> into) {
    return (person, place, evidence, row, from, to) ->
        into.add(new Stay(person, place, evidence, row, from, to));
  }

  /** Pieces that touch and differ in nothing but time become one stay. */
  private static List<Stay> joined(List<Stay> pieces) {
    pieces.sort(null);
    List<Stay> whole = new ArrayList<>(pieces.size());
    for (Stay piece : pieces) {
      int before = whole.size() - 1;
      while (before >= 0 && whole.get(before).person() == piece.person()) {
        Stay earlier = whole.get(before);
        if (earlier.sameButTime(piece) && earlier.to() == piece.from()) {
          break;
        }
        before--;
      }
      if (before >= 0 && whole.get(before).person() == piece.person()) {
        Stay start = whole.get(before);
        whole.set(
            before,
            new Stay(
                start.person(),
                start.place(),
                start.evidence(),
                start.row(),
                start.from(),
                piece.to()));
      } else {
        whole.add(piece);
      }
    }
    return List.copyOf(whole);
  }
}
