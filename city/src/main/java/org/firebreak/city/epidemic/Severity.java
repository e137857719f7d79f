package org.firebreak.city.epidemic;

import java.util.Locale;

/** Greatest severity of an infection. */
public enum Severity {
  ASYMPTOMATIC,
  MILD,
  MODERATE,
  SEVERE,
  CRITICAL;

  /** Lower-case word as it stands in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
