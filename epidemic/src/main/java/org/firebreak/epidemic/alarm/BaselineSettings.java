package org.firebreak.epidemic.alarm;

/**
 * What the expected count of {@link NegativeBinomialDetector} is made of and which history it comes
 * from; sources in docs/methods/alarms-negative-binomial.md.
 *
 * @param stepsPerYear for the yearly season, 0 for none
 * @param harmonics most pairs of sine and cosine of the yearly season, used from two years of
 *     history on; the second and higher only if they stand out
 * @param weekdays whether each day of the week has its own effect
 * @param trend whether a log-linear trend is fitted, used from half a year of history on
 * @param historySteps longest history
 * @param halfLifeSteps age at which a past value counts half; infinite: all count alike
 * @param stepsLeftOut newest steps that do not count as history, so that a slow outbreak does not
 *     become its own baseline
 * @param fewestSteps fewest values of history to assess a step
 */
public record BaselineSettings(
    double stepsPerYear,
    int harmonics,
    boolean weekdays,
    boolean trend,
    int historySteps,
    double halfLifeSteps,
    int stepsLeftOut,
    int fewestSteps) {

  /** For daily counts: weekdays and a level that follows with a half-life of four weeks. */
  public static final BaselineSettings DAILY =
      new BaselineSettings(0, 0, true, false, 365, 28, 7, 21);

  /** For weekly counts: a yearly wave and a trend over the last years. */
  public static final BaselineSettings WEEKLY =
      new BaselineSettings(52.18, 2, false, true, 365, Double.POSITIVE_INFINITY, 8, 12);

  public BaselineSettings {
    if (harmonics < 0 || (harmonics > 0 && !(stepsPerYear > 2 * harmonics))) {
      throw new IllegalArgumentException(
          "Harmonics need a year longer than twice their number, were %d, %s"
              .formatted(harmonics, stepsPerYear));
    }
    if (historySteps < 1 || !(halfLifeSteps > 0) || stepsLeftOut < 0 || fewestSteps < 3) {
      throw new IllegalArgumentException(
          "Needs history >= 1, half-life > 0, steps left out >= 0, fewest steps >= 3, were"
              + " %d, %s, %d, %d"
                  .formatted(historySteps, halfLifeSteps, stepsLeftOut, fewestSteps));
    }
  }
}
