package org.firebreak.city.epidemic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.firebreak.city.life.DayPlan;
import org.firebreak.city.life.Life;
import org.firebreak.city.life.Timeline;
import org.firebreak.city.people.People;
import org.firebreak.city.region.FictitiousProvince;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EpidemicTest {

  private static final int DAYS = 100;
  private static final EpidemicParameters PARAMETERS =
      EpidemicParameters.DEFAULT.scaled(40, 12, 60, 600);

  private final Life life = life();
  private final Epidemic epidemic = Epidemic.run(life, PARAMETERS, 11, day -> {});

  private static Life life() {
    People people = new People(FictitiousProvince.of(11, 400_000, 3), 11);
    return new Life(people, new Timeline(LocalDate.of(2026, 3, 2), DAYS), 11);
  }

  @Test
  void everyInfectionHappensWhereBothReallyAre() {
    Set<Integer> people = new HashSet<>();
    DayPlan source = new DayPlan();
    DayPlan target = new DayPlan();
    for (Infection infection : epidemic.infections()) {
      assertTrue(people.add(infection.person()), "infected twice");
      if (infection.imported()) {
        continue;
      }
      Infection infector = epidemic.infections().get(infection.infector());
      assertTrue(infector.day() < infection.day());
      life.plan(infector.person(), infection.day(), epidemic.confinement(), source);
      life.plan(infection.person(), infection.day(), epidemic.confinement(), target);
      assertTrue(at(source, infection), "infector elsewhere");
      assertTrue(at(target, infection), "infected elsewhere");
    }
  }

  private static boolean at(DayPlan plan, Infection infection) {
    for (int slot = 0; slot < DayPlan.SLOTS; slot++) {
      if (plan.place(slot) == infection.place()
          && plan.from(slot) <= infection.minute()
          && infection.minute() < plan.to(slot)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void coursesAreInOrder() {
    for (Infection infection : epidemic.infections()) {
      Course c = infection.course();
      assertTrue(infection.day() < c.onset());
      if (c.reported()) {
        assertTrue(c.onset() <= c.consultation());
        assertTrue(c.consultation() <= c.sampling());
        assertTrue(c.sampling() <= c.confirmation());
        assertTrue(c.confirmation() <= c.report());
        assertTrue(c.report() < c.outcome());
        assertTrue(c.consultation() <= c.admission() && c.admission() <= c.outcome());
        assertTrue(c.intensiveCare() == Course.NEVER || c.intensiveCare() <= c.outcome());
      }
    }
  }

  @Test
  void reproductionStartsAsWantedAndTheLockdownBringsItUnderOne() {
    assertTrue(epidemic.lockdownDay() < DAYS - 40, "lockdown on day " + epidemic.lockdownDay());
    double before = cohort(0, epidemic.lockdownDay() - 14);
    double during = cohort(epidemic.lockdownDay(), epidemic.lockdownDay() + 20);
    assertEquals(PARAMETERS.reproductionNumber(), before, 0.5);
    assertTrue(during > 0.2 && during < 0.9, "R under lockdown " + during);
  }

  /** Mean offspring of those infected within some days: the truth, counted directly. */
  private double cohort(int from, int to) {
    List<Infection> all = epidemic.infections();
    long parents = all.stream().filter(i -> i.day() >= from && i.day() < to).count();
    long children =
        all.stream()
            .filter(i -> !i.imported())
            .map(i -> all.get(i.infector()))
            .filter(i -> i.day() >= from && i.day() < to)
            .count();
    return (double) children / parents;
  }

  @Test
  void offspringIsOverdispersed() {
    List<Infection> all = epidemic.infections();
    int[] offspring = new int[all.size()];
    all.stream().filter(i -> !i.imported()).forEach(i -> offspring[i.infector()]++);
    int[] early =
        all.stream()
            .filter(i -> i.day() < epidemic.lockdownDay() - 14)
            .mapToInt(i -> offspring[i.index()])
            .toArray();
    double mean = java.util.Arrays.stream(early).average().orElse(0);
    double variance =
        java.util.Arrays.stream(early).mapToDouble(x -> (x - mean) * (x - mean)).sum()
            / early.length;
    double k = mean * mean / (variance - mean);
    assertTrue(k > 0.1 && k < 1, "dispersion " + k);
  }

  @Test
  void trueReproductionSeriesAddsUp() {
    Reproduction truth = new Reproduction(epidemic.infections(), DAYS);
    int sum = 0;
    for (int day = 0; day < DAYS; day++) {
      sum += truth.infections(day);
    }
    assertEquals(epidemic.infections().size(), sum);
    double total = java.util.Arrays.stream(truth.generationInterval()).sum();
    assertEquals(1, total, 1e-9);
    int peak = epidemic.lockdownDay();
    assertTrue(truth.instantaneous(peak - 10) > 1.2);
    assertTrue(truth.instantaneous(peak + 10) < 1);
  }

  @Test
  void oneThreadGivesTheSame() {
    Epidemic again;
    try (ForkJoinPool one = new ForkJoinPool(1)) {
      again = one.submit(() -> Epidemic.run(life(), PARAMETERS, 11, day -> {})).join();
    }
    assertEquals(epidemic.infections(), again.infections());
  }
}
