package org.firebreak.genome.fold.model;

import org.firebreak.base.error.UserException;

/** How unpaired neighbours of a branch in a multiloop or outside count. */
public enum Dangles {
  /** They do not count. */
  NONE(0),
  /** Both neighbours stack on every branch, whether they are paired or not. */
  BOTH(2);

  private final int number;

  Dangles(int number) {
    this.number = number;
  }

  /** The number used by the field's programs: 0 or 2. */
  public int number() {
    return number;
  }

  /**
   * The rule of a number.
   *
   * @throws UserException if there is none
   */
  public static Dangles of(int number) {
    for (Dangles rule : values()) {
      if (rule.number == number) {
        return rule;
      }
    }
    throw new UserException("dangles-unknown", "--dangles must be 0 or 2, was " + number);
  }
}
