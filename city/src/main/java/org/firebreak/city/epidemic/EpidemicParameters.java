package org.firebreak.city.epidemic;

import org.firebreak.city.life.Measures;

/**
 * What the epidemic is like. The values of {@link #DEFAULT}, their units and sources stand in
 * {@code docs/methods/synthetic-city-parameters.csv}.
 *
 * @param reproductionNumber secondary infections of a typical infection before any response
 * @param dispersion shape of the gamma distribution of individual infectiousness (k)
 * @param incubationMeanDays mean of the log-normal incubation period
 * @param incubationSdDays its standard deviation
 * @param asymptomaticInfectiousness relative to symptomatic
 * @param childSusceptibility of people under 15, relative to adults
 * @param imports infections from outside
 * @param importDays days from the first over which they arrive
 * @param cautionReports cumulative reports from which people grow careful
 * @param responseReports cumulative reports from which the lockdown stands
 * @param lockdownDays length of the lockdown
 * @param caution measures from caution to lockdown
 * @param lockdown measures of the lockdown
 * @param relaxed measures after it
 */
public record EpidemicParameters(
    double reproductionNumber,
    double dispersion,
    double incubationMeanDays,
    double incubationSdDays,
    double asymptomaticInfectiousness,
    double childSusceptibility,
    int imports,
    int importDays,
    int cautionReports,
    int responseReports,
    int lockdownDays,
    Measures caution,
    Measures lockdown,
    Measures relaxed) {

  /** An epidemic like that of early 2020, for a province of some million people. */
  public static final EpidemicParameters DEFAULT =
      new EpidemicParameters(
          2.6,
          0.4,
          5.5,
          2.6,
          0.5,
          0.6,
          40,
          12,
          400,
          3300,
          45,
          new Measures(1, 1, 0.9, 0.9, 0.9),
          new Measures(0.5, 0, 0.3, 0.05, 0.75),
          new Measures(0.85, 0, 0.6, 0.4, 0.8));

  public EpidemicParameters {
    if (!(reproductionNumber > 0 && reproductionNumber < 20)) {
      throw new IllegalArgumentException(
          "The reproduction number must be over 0 and under 20, was " + reproductionNumber);
    }
    if (!(dispersion > 0)) {
      throw new IllegalArgumentException("Dispersion must be over 0, was " + dispersion);
    }
    if (imports < 1 || importDays < 1) {
      throw new IllegalArgumentException("Imports and their days must be at least 1");
    }
  }

  /** The same epidemic with other imports and thresholds, for a province of another size. */
  public EpidemicParameters scaled(
      int newImports, int newImportDays, int newCaution, int newResponse) {
    return new EpidemicParameters(
        reproductionNumber,
        dispersion,
        incubationMeanDays,
        incubationSdDays,
        asymptomaticInfectiousness,
        childSusceptibility,
        newImports,
        newImportDays,
        newCaution,
        newResponse,
        lockdownDays,
        caution,
        lockdown,
        relaxed);
  }
}
