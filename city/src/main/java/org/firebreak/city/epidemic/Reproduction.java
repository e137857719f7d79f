package org.firebreak.city.epidemic;

import java.util.List;

/**
 * The true reproduction number by day, from who infected whom.
 *
 * <p>Cohort R of a day is the mean number of infections caused by those infected on it; it is
 * complete once {@value #COMPLETE_AFTER_DAYS} days have passed. Instantaneous R (Cori et al. 2013)
 * is the local infections of a day over the infections before it, weighted by the true distribution
 * of generation intervals. Not a number where nobody was infected before. Immutable.
 */
public final class Reproduction {

  private static final int COMPLETE_AFTER_DAYS = 25;
  private static final int LONGEST_INTERVAL_DAYS = 30;

  private final int days;
  private final int[] infections;
  private final int[] imported;
  private final double[] offspring;
  private final double[] interval = new double[LONGEST_INTERVAL_DAYS + 1];

  /**
   * @param all all infections; those before day 0 count to day 0
   * @param days days of the incident
   */
  public Reproduction(List<Infection> all, int days) {
    this.days = days;
    this.infections = new int[days];
    this.imported = new int[days];
    this.offspring = new double[days];
    int pairs = 0;
    for (Infection infection : all) {
      int day = Math.max(0, infection.day());
      infections[day]++;
      if (infection.imported()) {
        imported[day]++;
      } else {
        Infection infector = all.get(infection.infector());
        offspring[Math.max(0, infector.day())]++;
        interval[Math.min(LONGEST_INTERVAL_DAYS, infection.day() - infector.day())]++;
        pairs++;
      }
    }
    for (int i = 0; i < interval.length; i++) {
      interval[i] /= Math.max(1, pairs);
    }
  }

  public int infections(int day) {
    return infections[day];
  }

  public int imported(int day) {
    return imported[day];
  }

  /** Mean offspring of those infected on {@code day}. */
  public double cohort(int day) {
    return infections[day] == 0 ? Double.NaN : offspring[day] / infections[day];
  }

  /** Whether those infected on {@code day} had time to infect all that they would. */
  public boolean cohortComplete(int day) {
    return day + COMPLETE_AFTER_DAYS < days;
  }

  /** Local infections of {@code day} over the infectiousness of those before. */
  public double instantaneous(int day) {
    double pressure = 0;
    for (int s = 1; s <= Math.min(day, LONGEST_INTERVAL_DAYS); s++) {
      pressure += interval[s] * infections[day - s];
    }
    return pressure == 0 ? Double.NaN : (infections[day] - imported[day]) / pressure;
  }

  /** Probability of each generation interval in days, index 0 first. */
  public double[] generationInterval() {
    return interval.clone();
  }
}
