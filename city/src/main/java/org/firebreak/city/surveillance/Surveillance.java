package org.firebreak.city.surveillance;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.city.epidemic.Course;
import org.firebreak.city.epidemic.Epidemic;
import org.firebreak.city.epidemic.Infection;
import org.firebreak.city.people.People;
import org.firebreak.city.random.Draws;
import org.firebreak.city.random.Keys;
import org.firebreak.city.region.Region;

/**
 * What an authority sees of the true epidemic: who is reported, when, as what. In the capital,
 * tests run short around the lockdown; on the day of the definition change the clinically diagnosed
 * who had waited are counted at once, as Hubei did on 2020-02-12; a week later the definition goes
 * back. Immutable.
 */
public final class Surveillance {

  private static final long PURPOSE = Keys.purpose("surveillance.report");
  private static final int CHANGE_AFTER_LOCKDOWN_DAYS = 12;
  private static final int CHANGE_LASTS_DAYS = 8;
  private static final int SHORTAGE_BEFORE_LOCKDOWN_DAYS = 10;
  private static final double CLINICAL_SHARE = 0.4;
  private static final double LATE_ENTRY_SHARE = 0.12;
  private static final double LATE_DEATH_SHARE = 0.15;

  private final Epidemic epidemic;
  private final People people;
  private final int days;
  private final int changeDay;
  private final List<CaseReport> cases;

  public Surveillance(Epidemic epidemic, People people, int days, long seed) {
    this.epidemic = epidemic;
    this.people = people;
    this.days = days;
    int lockdown = epidemic.lockdownDay();
    boolean changes = lockdown < days - CHANGE_AFTER_LOCKDOWN_DAYS;
    this.changeDay = changes ? lockdown + CHANGE_AFTER_LOCKDOWN_DAYS : Course.NEVER;
    List<CaseReport> found = new ArrayList<>();
    for (Infection infection : epidemic.infections()) {
      Draws draws = new Draws(Keys.of(PURPOSE, seed, infection.person()));
      CaseReport report = report(infection, draws);
      if (report != null) {
        found.add(report);
      }
    }
    this.cases = List.copyOf(found);
  }

  /** All cases known on the last day, in the order of infection. */
  public List<CaseReport> cases() {
    return cases;
  }

  /** The day on which clinically diagnosed cases were first counted, or {@link Course#NEVER}. */
  public int definitionChangeDay() {
    return changeDay;
  }

  /** Key of the case definition in force on a day. */
  public String definition(int day) {
    if (day < changeDay) {
      return "YL-1";
    }
    return day - changeDay < CHANGE_LASTS_DAYS ? "YL-2" : "YL-3";
  }

  private @org.jspecify.annotations.Nullable CaseReport report(Infection infection, Draws draws) {
    Course course = infection.course();
    if (!course.reported() || course.consultation() >= days) {
      return null;
    }
    int leaf = people.leafOf(infection.person());
    boolean clinical = draws.chance(CLINICAL_SHARE) && lacksTest(infection, leaf);
    int reportDay = clinical ? Math.max(course.report(), changeDay) : course.report();
    Classification classification =
        reportDay >= days
            ? Classification.SUSPECTED
            : clinical
                ? Classification.CLINICAL
                : course.symptomatic()
                    ? Classification.CONFIRMED
                    : Classification.CONFIRMED_ASYMPTOMATIC;
    int entryLag = draws.chance(LATE_ENTRY_SHARE) ? 1 + (int) draws.geometric(0.2) : 0;
    int deathLag = draws.chance(LATE_DEATH_SHARE) ? 30 + draws.below(30) : entryLag;
    String caseId = caseId(infection);
    int known = Math.min(reportDay, days - 1);
    return new CaseReport(
        caseId, infection, leaf, classification, known, entryLag, deathLag, definition(known));
  }

  /** The number under which an infection is reported, if it is. */
  public static String caseId(Infection infection) {
    return "YL-%06d".formatted(infection.index() + 1);
  }

  private boolean lacksTest(Infection infection, int leaf) {
    Course course = infection.course();
    Region capital = people.tree().cityOf(people.tree().leaves().getFirst());
    boolean inCapital =
        people.tree().cityOf(people.tree().leaves().get(leaf)).code().equals(capital.code());
    return inCapital
        && changeDay != Course.NEVER
        && course.symptomatic()
        && course.consultation() >= epidemic.lockdownDay() - SHORTAGE_BEFORE_LOCKDOWN_DAYS
        && course.consultation() < changeDay + CHANGE_LASTS_DAYS
        && course.report() < changeDay + CHANGE_LASTS_DAYS
        && course.outcome() > changeDay;
  }
}
