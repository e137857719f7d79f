package org.firebreak.intake.problem;

/** What a broken rule means for its record. */
public enum Severity {
  /** The record is kept in quarantine until somebody corrects it. */
  ERROR,
  /** The record goes in, flagged. */
  WARNING
}
