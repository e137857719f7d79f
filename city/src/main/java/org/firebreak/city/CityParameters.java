package org.firebreak.city;

import java.time.LocalDate;
import org.firebreak.city.epidemic.EpidemicParameters;
import org.firebreak.city.region.FictitiousProvince;
import org.firebreak.city.region.Populations;
import org.firebreak.city.region.RegionTree;
import org.firebreak.city.surveillance.DirtRates;

/**
 * What to generate. Two equal parameters give the same bytes.
 *
 * @param seed decides everything that is left to chance
 * @param regions the regions with their populations
 * @param days days of the incident, 1 to {@value #MAX_DAYS}
 * @param end the last day
 * @param epidemic what the epidemic is like
 * @param dirt how dirty the line list is
 */
public record CityParameters(
    long seed,
    RegionTree regions,
    int days,
    LocalDate end,
    EpidemicParameters epidemic,
    DirtRates dirt) {

  /** The longest incident. */
  public static final int MAX_DAYS = 1000;

  /** The last day unless another is asked for; fixed, so that a demonstration can be repeated. */
  public static final LocalDate DEFAULT_END = LocalDate.of(2026, 6, 30);

  private static final long REFERENCE_PEOPLE = 6_000_000;
  private static final long PEOPLE_PER_CITY = 1_000_000;
  private static final int SMALL_CITIES = 2;

  /** A shorter incident starts with more infections, else nothing would be seen of it. */
  private static final int SHORT_DAYS = 45;

  public CityParameters {
    if (days < 1 || days > MAX_DAYS) {
      throw new IllegalArgumentException("Days must be 1.." + MAX_DAYS + ", was " + days);
    }
  }

  /** A fictitious province of {@code people} people, with an epidemic of fitting size. */
  public static CityParameters fictitious(long seed, long people, int days, LocalDate end) {
    int cities = Math.clamp(people / PEOPLE_PER_CITY, SMALL_CITIES, 40);
    return of(seed, FictitiousProvince.of(seed, people, cities), days, end);
  }

  /** The regions of a user, their populations scaled to {@code people} in all. */
  public static CityParameters onRegions(
      long seed, RegionTree given, long people, int days, LocalDate end) {
    return of(seed, Populations.scaled(given, people), days, end);
  }

  private static CityParameters of(long seed, RegionTree regions, int days, LocalDate end) {
    long people = regions.leaves().stream().mapToLong(leaf -> leaf.population()).sum();
    double size = (double) people / REFERENCE_PEOPLE;
    EpidemicParameters usual = EpidemicParameters.DEFAULT;
    int response = (int) Math.max(60, Math.min(40_000, usual.responseReports() * size));
    long usualImports = Math.clamp(Math.round(usual.imports() * StrictMath.pow(size, 0.3)), 6, 100);
    long imports = days < SHORT_DAYS ? Math.clamp(people / 400, usualImports, 400) : usualImports;
    int importDays = Math.clamp(days / 7, 1, usual.importDays());
    EpidemicParameters epidemic =
        usual.scaled((int) imports, importDays, Math.max(10, response / 10), response);
    return new CityParameters(seed, regions, days, end, epidemic, DirtRates.USUAL);
  }

  /** The first day. */
  public LocalDate start() {
    return end.minusDays(days - 1L);
  }
}
