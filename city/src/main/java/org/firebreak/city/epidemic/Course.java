package org.firebreak.city.epidemic;

/**
 * How one infection goes. Days count from the first of the incident and may lie before or after it;
 * {@link #NEVER} stands for what does not happen. All that happens is in order: onset,
 * consultation, sampling, confirmation, report, outcome; admission not before consultation,
 * intensive care not before admission.
 *
 * @param severity greatest severity
 * @param infectiousness of this person, relative to the mean
 * @param onset day of the first symptom; for an infection without symptoms the day on which they
 *     would have come, which infectiousness follows
 * @param homeFrom first day at home because of illness
 * @param consultation first visit to a doctor
 * @param sampling specimen taken
 * @param confirmation result or diagnosis
 * @param report reported to the authority
 * @param admission to a hospital or isolation ward
 * @param intensiveCare to intensive care
 * @param outcome day of recovery or death
 * @param died whether it ends in death
 */
public record Course(
    Severity severity,
    double infectiousness,
    int onset,
    int homeFrom,
    int consultation,
    int sampling,
    int confirmation,
    int report,
    int admission,
    int intensiveCare,
    int outcome,
    boolean died) {

  /** A day that does not come. */
  public static final int NEVER = Integer.MAX_VALUE;

  public boolean symptomatic() {
    return severity != Severity.ASYMPTOMATIC;
  }

  /** Whether it ever comes to the authority's notice. */
  public boolean reported() {
    return report != NEVER;
  }
}
