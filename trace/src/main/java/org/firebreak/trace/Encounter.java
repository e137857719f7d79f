package org.firebreak.trace;

/**
 * Two people at one place, or at places near each other, at the same time.
 *
 * @param person the one asked about (the case)
 * @param other whom they met, another person
 * @param place where the person was
 * @param otherPlace where the other was; the same number unless the search looks nearby
 * @param evidence of the person's stay, see {@link Evidence}
 * @param otherEvidence of the other's stay
 * @param row seat row of the person, 0 if not known
 * @param otherRow seat row of the other, 0 if not known
 * @param distanceMetres between the middles of the two places; 0 at the same place
 * @param from begin of the overlap, seconds since 1970-01-01T00:00Z
 * @param to end of the overlap, after {@code from}
 */
public record Encounter(
    int person,
    int other,
    int place,
    int otherPlace,
    int evidence,
    int otherEvidence,
    int row,
    int otherRow,
    int distanceMetres,
    long from,
    long to) {

  /** Rows are not known, or the place has none. */
  public static final int ROWS_UNKNOWN = -1;

  public Encounter {
    if (person == other) {
      throw new IllegalArgumentException("Nobody meets themselves: " + person);
    }
    if (to <= from) {
      throw new IllegalArgumentException("An overlap must last: " + from + ".." + to);
    }
  }

  /** Kind of the place where the person was. */
  public PlaceKind kind() {
    return Evidence.kind(evidence);
  }

  /** The coarser of both stays, metres. */
  public int precisionMetres() {
    return Math.max(Evidence.precisionMetres(evidence), Evidence.precisionMetres(otherEvidence));
  }

  /** Rows between the seats, 0 in the same row; {@link #ROWS_UNKNOWN} if one is not known. */
  public int rows() {
    return row == 0 || otherRow == 0 ? ROWS_UNKNOWN : Math.abs(row - otherRow);
  }

  public long seconds() {
    return to - from;
  }
}
