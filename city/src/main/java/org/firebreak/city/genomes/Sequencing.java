package org.firebreak.city.genomes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.city.City;
import org.firebreak.city.epidemic.Course;
import org.firebreak.city.random.Draws;
import org.firebreak.city.random.Keys;
import org.firebreak.city.surveillance.CaseReport;
import org.firebreak.city.surveillance.Classification;

/**
 * Which cases are sequenced: of the traced clusters most, as long as there is room, of the others a
 * share, so that some {@value #WANTED} genomes come together; small incidents are sequenced by a
 * third. Only cases with a specimen.
 */
final class Sequencing {

  /** Genomes of a large incident, about. */
  static final int WANTED = 1400;

  private static final long PURPOSE = Keys.purpose("genomes.sequencing");
  private static final double TRACED_SHARE = 0.8;
  private static final int TRACED_MAX = 900;
  private static final double SMALL_SHARE = 0.34;

  private Sequencing() {}

  /**
   * A sequenced case.
   *
   * @param number of the sample, from 1, in the order of sampling
   * @param day the specimen was taken, of the incident
   */
  record Sampled(int number, CaseReport report, int day) {

    String name() {
      return "YL/S%05d".formatted(number);
    }
  }

  /**
   * Chooses the cases.
   *
   * @param links pairs of case numbers that contact tracing found
   */
  static List<Sampled> choose(City city, List<List<String>> links) {
    long seed = city.parameters().seed();
    Map<String, CaseReport> possible = new HashMap<>();
    for (CaseReport report : city.surveillance().cases()) {
      Course course = report.infection().course();
      boolean specimen =
          report.classification() != Classification.CLINICAL
              && report.classification() != Classification.SUSPECTED
              && course.sampling() < city.parameters().days();
      if (specimen) {
        possible.put(report.caseId(), report);
      }
    }
    int wanted = (int) Math.min(WANTED, Math.ceil(SMALL_SHARE * possible.size()));
    Set<String> chosen = traced(links, possible, wanted, seed);
    double share = (double) (wanted - chosen.size()) / Math.max(1, possible.size());
    for (CaseReport report : city.surveillance().cases()) {
      if (possible.containsKey(report.caseId()) && unit(report, seed, 1) < share) {
        chosen.add(report.caseId());
      }
    }
    List<CaseReport> reports =
        chosen.stream()
            .flatMap(id -> java.util.stream.Stream.ofNullable(possible.get(id)))
            .sorted(
                Comparator.comparingInt((CaseReport c) -> c.infection().course().sampling())
                    .thenComparing(CaseReport::caseId))
            .toList();
    List<Sampled> sampled = new ArrayList<>();
    for (CaseReport report : reports) {
      sampled.add(new Sampled(sampled.size() + 1, report, report.infection().course().sampling()));
    }
    return sampled;
  }

  private static Set<String> traced(
      List<List<String>> links, Map<String, CaseReport> possible, int wanted, long seed) {
    Set<String> chosen = new HashSet<>();
    int most = Math.min(TRACED_MAX, wanted * 2 / 3);
    for (List<String> link : links) {
      for (String id : link) {
        CaseReport report = possible.get(id);
        if (report != null && chosen.size() < most && unit(report, seed, 0) < TRACED_SHARE) {
          chosen.add(id);
        }
      }
    }
    return chosen;
  }

  private static double unit(CaseReport report, long seed, int purpose) {
    return Keys.unit(Keys.of(Keys.of(PURPOSE, seed, report.infection().person()), purpose));
  }

  /** Draws that belong to one sample. */
  static Draws draws(Sampled sample, long seed) {
    return new Draws(Keys.of(Keys.of(PURPOSE, seed, sample.report().infection().person()), 2));
  }
}
