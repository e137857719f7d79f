package org.firebreak.trace;

/** Takes stays without an object for each. */
@FunctionalInterface
public interface StayVisitor {

  /** One stay; the columns are those of {@link Stay}. */
  void stay(int person, int place, int evidence, int row, long from, long to);
}
