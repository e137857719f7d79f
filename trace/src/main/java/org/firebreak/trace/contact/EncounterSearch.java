package org.firebreak.trace.contact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.trace.Encounter;
import org.firebreak.trace.TraceReader;

/**
 * Finds encounters by two look-ups: the stays of a person, and for each the stays at the place, and
 * at places near it, that overlap. Safe for use by several threads.
 */
public final class EncounterSearch {

  private final TraceReader reader;
  private final Nearby nearby;

  public EncounterSearch(TraceReader reader, Nearby nearby) {
    this.reader = reader;
    this.nearby = nearby;
  }

  /**
   * Hands over all encounters of a person within a window (every overlap, however short). An
   * encounter over the end of a store's day comes in two pieces that touch.
   */
  public void visit(int person, long from, long to, EncounterVisitor visitor) {
    reader.staysOf(
        person,
        from,
        to,
        (who, place, evidence, row, begin, end) -> {
          long first = Math.max(from, begin);
          long last = Math.min(to, end);
          meet(person, place, place, 0, evidence, row, first, last, visitor);
          nearby.of(
              place,
              (near, metres) ->
                  meet(person, place, near, metres, evidence, row, first, last, visitor));
        });
  }

  private void meet(
      int person,
      int place,
      int otherPlace,
      int metres,
      int evidence,
      int row,
      long first,
      long last,
      EncounterVisitor visitor) {
    reader.staysAt(
        otherPlace,
        first,
        last,
        (other, where, otherEvidence, otherRow, begin, end) -> {
          if (other != person) {
            visitor.encounter(
                person,
                other,
                place,
                otherPlace,
                evidence,
                otherEvidence,
                row,
                otherRow,
                metres,
                Math.max(first, begin),
                Math.min(last, end));
          }
        });
  }

  /** All encounters of a person within a window, whole, by begin, then other person and place. */
  public List<Encounter> list(int person, long from, long to) {
    Map<Encounter, Encounter> openEnds = new HashMap<>();
    List<Encounter> pieces = new ArrayList<>();
    visit(
        person,
        from,
        to,
        (who, other, place, near, evidence, otherEvidence, row, otherRow, metres, begin, end) ->
            pieces.add(
                new Encounter(
                    who,
                    other,
                    place,
                    near,
                    evidence,
                    otherEvidence,
                    row,
                    otherRow,
                    metres,
                    begin,
                    end)));
    pieces.sort(EncounterSearch::compare);
    for (Encounter piece : pieces) {
      Encounter before = openEnds.remove(endingAt(piece, piece.from()));
      Encounter whole = before == null ? piece : withTimes(before, before.from(), piece.to());
      openEnds.put(endingAt(whole, whole.to()), whole);
    }
    return openEnds.values().stream().sorted(EncounterSearch::compare).toList();
  }

  /** Equal for two encounters that differ in their begin only. */
  private static Encounter endingAt(Encounter e, long end) {
    return withTimes(e, end - 1, end);
  }

  private static Encounter withTimes(Encounter e, long from, long to) {
    return new Encounter(
        e.person(),
        e.other(),
        e.place(),
        e.otherPlace(),
        e.evidence(),
        e.otherEvidence(),
        e.row(),
        e.otherRow(),
        e.distanceMetres(),
        from,
        to);
  }

  private static int compare(Encounter a, Encounter b) {
    int order = Long.compare(a.from(), b.from());
    order = order != 0 ? order : Integer.compare(a.other(), b.other());
    order = order != 0 ? order : Integer.compare(a.place(), b.place());
    order = order != 0 ? order : Integer.compare(a.otherPlace(), b.otherPlace());
    return order != 0 ? order : Long.compare(a.to(), b.to());
  }
}
