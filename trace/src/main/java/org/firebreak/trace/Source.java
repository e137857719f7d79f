package org.firebreak.trace;

import java.util.Locale;

/** What a stay is known from. The numbers are part of the store's format and never change. */
public enum Source {
  /** Given as a stay. */
  STAY(0),
  /** Signalling of the mobile network. */
  SIGHTING(1),
  /** Positions with an accuracy (GPS). */
  POSITION(2),
  CHECK_IN(3),
  GATE_SCAN(4),
  TICKET(5),
  INTERVIEW(6);

  private static final Source[] BY_NUMBER = values();

  private final int number;

  Source(int number) {
    this.number = number;
  }

  /** The stable number, 0 to 15. */
  public int number() {
    return number;
  }

  /** Lower-case word, as the data standard is called: {@code check-in}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The source of a number. */
  public static Source of(int number) {
    return BY_NUMBER[number];
  }
}
