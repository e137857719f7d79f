package org.firebreak.intake.problem;

/** Dimensions of data quality that rules count to; timeliness is measured, not ruled. */
public enum Dimension {
  COMPLETENESS,
  VALIDITY,
  CONSISTENCY,
  UNIQUENESS
}
