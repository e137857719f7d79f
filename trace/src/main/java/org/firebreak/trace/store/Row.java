package org.firebreak.trace.store;

/**
 * One row of an order, reused: key (person or place), other (place or person), seconds of the day,
 * evidence code and seat row.
 */
final class Row {
  int key;
  int from;
  int other;
  int to;
  int evidence;
  int row;

  void set(Row from) {
    this.key = from.key;
    this.from = from.from;
    this.other = from.other;
    this.to = from.to;
    this.evidence = from.evidence;
    this.row = from.row;
  }

  /** The total order of a section: key, begin, other, end, evidence, row. */
  int compareTo(Row b) {
    int order = Integer.compare(key, b.key);
    order = order != 0 ? order : Integer.compare(from, b.from);
    order = order != 0 ? order : Integer.compare(other, b.other);
    order = order != 0 ? order : Integer.compare(to, b.to);
    order = order != 0 ? order : Integer.compare(evidence, b.evidence);
    return order != 0 ? order : Integer.compare(row, b.row);
  }
}
