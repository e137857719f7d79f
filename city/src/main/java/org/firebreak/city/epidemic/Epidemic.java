package org.firebreak.city.epidemic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.firebreak.city.life.Confinement;
import org.firebreak.city.life.Life;
import org.firebreak.city.life.Measures;
import org.firebreak.city.life.Place;
import org.firebreak.city.life.Timeline;
import org.firebreak.city.random.Draws;
import org.firebreak.city.random.Keys;

/**
 * The true epidemic: day by day, the infectious people meet others and infect some of them. Only
 * infected people take memory (some 150 bytes each). The result is the same with any number of
 * threads, because every draw is keyed and the earliest exposure of a person wins.
 *
 * <p>The measures follow the reports: caution from the first threshold, lockdown from the second,
 * for a fixed time, then a relaxed state.
 */
public final class Epidemic {

  private static final long COURSE = Keys.purpose("epidemic.course");
  private static final long IMPORT = Keys.purpose("epidemic.import");
  private static final double CAPITAL_IMPORTS = 0.7;

  private final Life life;
  private final Timeline timeline;
  private final EpidemicParameters parameters;
  private final long seed;
  private final double hazard;
  private final CourseModel courses;
  private final Transmission transmission;
  private final Illness illness = new Illness();
  private final List<Infection> infections = new ArrayList<>();
  private final int[] reportsOfDay;
  private int cautionDay = Course.NEVER;
  private int lockdownDay = Course.NEVER;

  private Epidemic(Life life, EpidemicParameters parameters, long seed) {
    this.life = life;
    this.timeline = life.timeline();
    this.parameters = parameters;
    this.seed = seed;
    this.courses = new CourseModel(parameters, timeline);
    Life calm = new Life(life.people(), Calibration.calmTimeline(timeline), seed);
    this.hazard = new Calibration(calm, parameters, seed).hazard();
    this.transmission = new Transmission(life, parameters, seed, hazard);
    this.reportsOfDay = new int[timeline.days()];
  }

  /**
   * Lives through all days of the timeline of {@code life} and sets its measures.
   *
   * @param progress told each day when it is over
   */
  public static Epidemic run(
      Life life, EpidemicParameters parameters, long seed, IntConsumer progress) {
    Epidemic epidemic = new Epidemic(life, parameters, seed);
    List<Infection> active = new ArrayList<>();
    for (int day = 0; day < epidemic.timeline.days(); day++) {
      epidemic.live(day, active);
      progress.accept(day);
    }
    return epidemic;
  }

  private void live(int day, List<Infection> active) {
    setMeasures(day);
    active.removeIf(i -> day > i.course().onset() + InfectiousnessProfile.HE_2020.lastDay());
    List<List<Transmission.Exposure>> exposures =
        IntStream.range(0, active.size())
            .parallel()
            .mapToObj(i -> transmission.exposures(active.get(i), day, illness, illness::has))
            .toList();
    Comparator<Transmission.Exposure> earlier =
        Comparator.comparingInt(Transmission.Exposure::minute)
            .thenComparingInt(Transmission.Exposure::infector);
    Map<Integer, Transmission.Exposure> first = new TreeMap<>();
    for (List<Transmission.Exposure> list : exposures) {
      for (Transmission.Exposure e : list) {
        first.merge(e.person(), e, (a, b) -> earlier.compare(a, b) <= 0 ? a : b);
      }
    }
    first.values().stream()
        .sorted(earlier.thenComparingInt(Transmission.Exposure::person))
        .forEach(e -> active.add(add(e.person(), e.infector(), day, e.minute(), e.place())));
    importCases(day, active);
  }

  private void importCases(int day, List<Infection> active) {
    int people = life.people().size();
    int capital = life.people().tree().leavesOf(capital()).size();
    int capitalPeople = life.people().leafStart(capital);
    for (int i = 0; i < parameters.imports(); i++) {
      long key = Keys.of(IMPORT, seed, i);
      if ((long) i * Math.min(parameters.importDays(), timeline.days()) / parameters.imports()
          == day) {
        boolean inCapital = Keys.unit(key) < CAPITAL_IMPORTS;
        int person = Keys.below(Keys.of(key, 1), inCapital ? capitalPeople : people);
        if (!illness.has(person)) {
          int before = Keys.below(Keys.of(key, 2), 5);
          active.add(add(person, Infection.IMPORTED, day - before, 720, Place.NONE));
        }
      }
    }
  }

  private org.firebreak.city.region.Region capital() {
    var tree = life.people().tree();
    return tree.cityOf(tree.leaves().getFirst());
  }

  private Infection add(int person, int infector, int day, int minute, long place) {
    Draws draws = new Draws(Keys.of(COURSE, seed, person));
    boolean aware = day >= cautionDay;
    Course course = courses.draw(life.people().ageOf(person), day, aware, draws);
    Infection infection =
        new Infection(infections.size(), person, infector, day, minute, place, course);
    infections.add(infection);
    illness.add(infection);
    if (course.report() >= 0 && course.report() < reportsOfDay.length) {
      reportsOfDay[course.report()]++;
    }
    return infection;
  }

  private void setMeasures(int day) {
    long reports = IntStream.of(reportsOfDay).limit(day).asLongStream().sum();
    if (cautionDay == Course.NEVER && reports >= parameters.cautionReports()) {
      cautionDay = day;
      timeline.setFrom(day, parameters.caution());
    }
    if (lockdownDay == Course.NEVER && reports >= parameters.responseReports()) {
      lockdownDay = day;
      timeline.setFrom(day, parameters.lockdown());
    }
    if (lockdownDay != Course.NEVER && day == lockdownDay + parameters.lockdownDays()) {
      timeline.setFrom(day, parameters.relaxed());
    }
  }

  /** All infections in the order of infection. */
  public List<Infection> infections() {
    return List.copyOf(infections);
  }

  /** What illness leaves of people's days. */
  public Confinement confinement() {
    return illness;
  }

  /** First day of caution, or {@link Course#NEVER}. */
  public int cautionDay() {
    return cautionDay;
  }

  /** First day of the lockdown, or {@link Course#NEVER}. */
  public int lockdownDay() {
    return lockdownDay;
  }

  /** The calibrated hazard per hour at home. */
  public double hazardPerHour() {
    return hazard;
  }

  /** The measures in force on a day. */
  public Measures measures(int day) {
    return timeline.measures(day);
  }
}
