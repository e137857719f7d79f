package org.firebreak.trace;

/**
 * Somebody was at a place from then to then. Persons and places are dense numbers that the store
 * gives to tokens and names.
 *
 * @param person number of the person
 * @param place number of the place
 * @param evidence kind, source and precision, see {@link Evidence}
 * @param row seat row, bay or compartment in a vehicle, from 1; 0 if none is known
 * @param from seconds since 1970-01-01T00:00Z
 * @param to seconds since 1970-01-01T00:00Z, after {@code from}; the stay is half open
 */
public record Stay(int person, int place, int evidence, int row, long from, long to)
    implements Comparable<Stay> {

  /** Rows are stored in 16 bits. */
  public static final int ROW_MAX = 65_535;

  public Stay {
    if (person < 0 || place < 0) {
      throw new IllegalArgumentException("Numbers must be >= 0: " + person + ", " + place);
    }
    if (row < 0 || row > ROW_MAX) {
      throw new IllegalArgumentException("The row must be 0.." + ROW_MAX + ", was " + row);
    }
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("A stay must end after it begins: " + from + ".." + to);
    }
  }

  public PlaceKind kind() {
    return Evidence.kind(evidence);
  }

  public Source source() {
    return Evidence.source(evidence);
  }

  /** Radius in metres within which the person was. */
  public int precisionMetres() {
    return Evidence.precisionMetres(evidence);
  }

  public long seconds() {
    return to - from;
  }

  /** Whether both are the same in all but time. */
  public boolean sameButTime(Stay other) {
    return person == other.person
        && place == other.place
        && evidence == other.evidence
        && row == other.row;
  }

  /** By person, begin, place, end, evidence, row. */
  @Override
  public int compareTo(Stay other) {
    int order = Integer.compare(person, other.person);
    order = order != 0 ? order : Long.compare(from, other.from);
    order = order != 0 ? order : Integer.compare(place, other.place);
    order = order != 0 ? order : Long.compare(to, other.to);
    order = order != 0 ? order : Integer.compare(evidence, other.evidence);
    return order != 0 ? order : Integer.compare(row, other.row);
  }
}
