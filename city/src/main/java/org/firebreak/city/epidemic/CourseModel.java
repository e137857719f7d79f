package org.firebreak.city.epidemic;

import static org.firebreak.city.epidemic.Course.NEVER;

import org.firebreak.city.life.Timeline;
import org.firebreak.city.random.Draws;

/**
 * Draws the course of an infection. Severity by age: Ferguson et al. 2020 (Report 9, table 1),
 * delays: see {@code docs/methods/synthetic-city-parameters.csv}. Immutable.
 */
final class CourseModel {

  /** Share of symptomatic infections that become severe or critical, by ten years of age. */
  private static final double[] SEVERE = {
    0.001, 0.003, 0.012, 0.032, 0.049, 0.102, 0.166, 0.243, 0.273
  };

  /** Share of those that become critical. */
  private static final double[] CRITICAL = {
    0.05, 0.05, 0.05, 0.05, 0.063, 0.122, 0.274, 0.432, 0.709
  };

  private static final double DEATH_OF_CRITICAL = 0.5;
  private static final double MODERATE_SHARE = 0.4;
  private static final double WEEKEND_DELAY_SHARE = 0.45;

  private final EpidemicParameters parameters;
  private final Timeline timeline;

  CourseModel(EpidemicParameters parameters, Timeline timeline) {
    this.parameters = parameters;
    this.timeline = timeline;
  }

  /**
   * The course of an infection on {@code day}.
   *
   * @param aware whether the response had begun: people seek care sooner, tests are faster
   */
  Course draw(int age, int day, boolean aware, Draws draws) {
    Severity severity = severity(age, draws);
    double infectiousness =
        draws.gamma(parameters.dispersion(), 1)
            * (severity == Severity.ASYMPTOMATIC ? parameters.asymptomaticInfectiousness() : 1);
    double incubation =
        draws.logNormal(parameters.incubationMeanDays(), parameters.incubationSdDays());
    int onset = day + Math.max(1, (int) StrictMath.rint(incubation));
    boolean cared = draws.chance(careShare(severity, aware));
    boolean staysHome = severity != Severity.ASYMPTOMATIC && draws.chance(aware ? 0.6 : 0.25);
    if (!cared) {
      int homeFrom = staysHome ? onset + 1 : NEVER;
      return new Course(
          severity,
          infectiousness,
          onset,
          homeFrom,
          NEVER,
          NEVER,
          NEVER,
          NEVER,
          NEVER,
          NEVER,
          onset + draws.between(8, 14),
          false);
    }
    return caredFor(severity, infectiousness, onset, staysHome, aware, draws);
  }

  private Course caredFor(
      Severity severity,
      double infectiousness,
      int onset,
      boolean staysHome,
      boolean aware,
      Draws draws) {
    int consultation = onset + days(draws, aware ? 2.2 : 4.2, aware ? 1.8 : 3.2);
    int sampling = consultation + (draws.chance(aware ? 0.8 : 0.4) ? 0 : draws.between(1, 3));
    int confirmation = sampling + days(draws, aware ? 1.3 : 3.0, aware ? 0.9 : 2.0);
    int report = afterWeekend(confirmation + (draws.chance(0.7) ? 0 : 1), draws);
    boolean grave = severity.compareTo(Severity.SEVERE) >= 0;
    int admission = grave ? consultation + draws.below(2) : confirmation;
    boolean critical = severity == Severity.CRITICAL;
    int care = critical ? admission + days(draws, 3.5, 2.5) : NEVER;
    boolean died = critical && draws.chance(DEATH_OF_CRITICAL);
    int length =
        died
            ? days(draws, 17.8, 8)
            : switch (severity) {
              case ASYMPTOMATIC, MILD -> days(draws, 14, 4);
              case MODERATE -> days(draws, 20, 5);
              case SEVERE -> days(draws, 24, 6);
              case CRITICAL -> days(draws, 32, 8);
            };
    int outcome = Math.max(onset + length, report + 1 + (critical ? care - admission : 0));
    int homeFrom = staysHome ? Math.min(onset + 1, consultation) : consultation;
    return new Course(
        severity,
        infectiousness,
        onset,
        homeFrom,
        consultation,
        sampling,
        confirmation,
        report,
        admission,
        care == NEVER ? NEVER : Math.min(care, outcome),
        outcome,
        died);
  }

  private static Severity severity(int age, Draws draws) {
    int band = Math.min(8, age / 10);
    if (draws.chance(age < 18 ? 0.45 : 0.25)) {
      return Severity.ASYMPTOMATIC;
    } else if (draws.chance(SEVERE[band])) {
      return draws.chance(CRITICAL[band]) ? Severity.CRITICAL : Severity.SEVERE;
    } else {
      return draws.chance(MODERATE_SHARE) ? Severity.MODERATE : Severity.MILD;
    }
  }

  private static double careShare(Severity severity, boolean aware) {
    return switch (severity) {
      case ASYMPTOMATIC -> aware ? 0.2 : 0.03;
      case MILD -> aware ? 0.7 : 0.35;
      case MODERATE -> aware ? 0.95 : 0.8;
      case SEVERE, CRITICAL -> 1;
    };
  }

  private static int days(Draws draws, double mean, double sd) {
    return (int) StrictMath.rint(draws.gamma((mean * mean) / (sd * sd), mean));
  }

  /** Reports of a weekend often come on Monday. */
  private int afterWeekend(int day, Draws draws) {
    int monday = day;
    while (timeline.isWeekend(monday)) {
      monday++;
    }
    return draws.chance(WEEKEND_DELAY_SHARE) ? monday : day;
  }
}
