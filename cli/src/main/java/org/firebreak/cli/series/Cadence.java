package org.firebreak.cli.series;

/** How far one value of a series is from the next. */
public enum Cadence {
  /** One value a day. */
  DAY(1),
  /** One value a week, named by its first day or by an epi week. */
  WEEK(7),
  /** Plain integers, without a calendar. */
  STEP(1);

  private final int unitsPerStep;

  Cadence(int unitsPerStep) {
    this.unitsPerStep = unitsPerStep;
  }

  /** Days between two values; 1 for a plain step. */
  public int unitsPerStep() {
    return unitsPerStep;
  }
}
