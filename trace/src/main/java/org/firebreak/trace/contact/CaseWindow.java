package org.firebreak.trace.contact;

/**
 * A person and the time in which their contacts matter.
 *
 * @param person number of the person
 * @param from first second, since 1970
 * @param to first second after
 */
public record CaseWindow(int person, long from, long to) {

  public CaseWindow {
    if (to <= from) {
      throw new IllegalArgumentException("A window must last: " + from + ".." + to);
    }
  }
}
