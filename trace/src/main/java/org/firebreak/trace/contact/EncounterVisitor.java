package org.firebreak.trace.contact;

/** Takes encounters without an object for each. */
@FunctionalInterface
public interface EncounterVisitor {

  /** One encounter; the columns are those of {@link org.firebreak.trace.Encounter}. */
  void encounter(
      int person,
      int other,
      int place,
      int otherPlace,
      int evidence,
      int otherEvidence,
      int row,
      int otherRow,
      int distanceMetres,
      long from,
      long to);
}
