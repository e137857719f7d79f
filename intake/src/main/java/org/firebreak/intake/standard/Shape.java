package org.firebreak.intake.standard;

/** What one record of a standard is (see ARCHITECTURE.md). */
public enum Shape {
  /** A thing and its history: a case, a facility. */
  RECORD,
  /** A number over time, for a region and an indicator, as known on a date. */
  SERIES
}
