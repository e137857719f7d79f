package org.firebreak.city.epidemic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.firebreak.city.life.Confinement;
import org.firebreak.city.life.Life;
import org.firebreak.city.life.Place;
import org.firebreak.city.life.Timeline;
import org.firebreak.city.random.Draws;
import org.firebreak.city.random.Keys;

/**
 * Finds the hazard that gives the wanted reproduction number in this very province: infects people
 * by chance before any response, then counts the offspring of those they infect (the second
 * generation is typical of an epidemic, the first is not), and corrects the hazard until it fits.
 */
final class Calibration {

  private static final long PURPOSE = Keys.purpose("epidemic.calibration");
  private static final int ROUNDS = 3;
  private static final int FIRST_GENERATION = 900;
  private static final int HORIZON_DAYS = 75;
  private static final double FIRST_GUESS = 0.03;

  private final Life life;
  private final EpidemicParameters parameters;
  private final CourseModel courses;
  private final long seed;

  /**
   * @param calm the life of {@link #HORIZON_DAYS} days without measures
   */
  Calibration(Life calm, EpidemicParameters parameters, long seed) {
    this.life = calm;
    this.parameters = parameters;
    this.courses = new CourseModel(parameters, calm.timeline());
    this.seed = seed;
  }

  static Timeline calmTimeline(Timeline timeline) {
    return new Timeline(timeline.date(0), HORIZON_DAYS);
  }

  double hazard() {
    double scale = FIRST_GUESS;
    for (int round = 0; round < ROUNDS; round++) {
      scale *= Math.clamp(parameters.reproductionNumber() / offspring(scale), 0.25, 4);
    }
    return scale;
  }

  /** Mean offspring of the second generation at hazard {@code scale}. */
  private double offspring(double scale) {
    Transmission transmission = new Transmission(life, parameters, ~seed, scale);
    int size = life.people().size();
    List<Infection> first = new ArrayList<>();
    for (int i = 0; i < FIRST_GENERATION; i++) {
      long key = Keys.of(PURPOSE, seed, i);
      int person = Keys.below(key, size);
      first.add(infection(i, person, Keys.below(Keys.of(key, 1), 7)));
    }
    List<Infection> second = offspringOf(first, transmission);
    List<Infection> third = offspringOf(second, transmission);
    return Math.max(0.05, third.size() / (double) Math.max(1, second.size()));
  }

  private List<Infection> offspringOf(List<Infection> parents, Transmission transmission) {
    return IntStream.range(0, parents.size())
        .parallel()
        .mapToObj(i -> childrenOf(parents.get(i), transmission))
        .flatMap(List::stream)
        .toList();
  }

  private List<Infection> childrenOf(Infection parent, Transmission transmission) {
    Illness own = new Illness();
    own.add(parent);
    Confinement confinement = own;
    List<Infection> children = new ArrayList<>();
    int last =
        Math.min(
            HORIZON_DAYS - 1, parent.course().onset() + InfectiousnessProfile.HE_2020.lastDay());
    for (int day = parent.day() + 1; day <= last; day++) {
      for (Transmission.Exposure exposure :
          transmission.exposures(parent, day, confinement, own::has)) {
        if (!own.has(exposure.person())) {
          Infection child = infection(0, exposure.person(), day);
          own.add(child);
          children.add(child);
        }
      }
    }
    return children;
  }

  private Infection infection(int index, int person, int day) {
    Draws draws = new Draws(Keys.of(Keys.of(PURPOSE, ~seed), person, day));
    Course course = courses.draw(life.people().ageOf(person), day, false, draws);
    return new Infection(index, person, Infection.IMPORTED, day, 0, Place.NONE, course);
  }
}
