package org.firebreak.city.surveillance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.city.epidemic.Course;
import org.firebreak.city.epidemic.Epidemic;
import org.firebreak.city.life.CoPresence;
import org.firebreak.city.life.Life;
import org.firebreak.city.life.Place;
import org.firebreak.city.life.PlaceKind;
import org.firebreak.city.random.Draws;
import org.firebreak.city.random.Keys;

/**
 * What contact tracing finds of a sample of cases: everybody they really met from two days before
 * onset until they stayed at home, as far as the case remembers. Immutable.
 */
public final class Contacts {

  private static final long PURPOSE = Keys.purpose("surveillance.contacts");
  private static final int MOST_CASES = 400;
  private static final int DAYS_BEFORE_ONSET = 2;
  private static final int MOST_DAYS = 5;
  private static final int MINUTES_THAT_COUNT = 15;

  private final Life life;
  private final Epidemic epidemic;
  private final long seed;
  private final List<ContactReport> contacts;

  public Contacts(Life life, Epidemic epidemic, Surveillance surveillance, long seed) {
    this.life = life;
    this.epidemic = epidemic;
    this.seed = seed;
    List<CaseReport> traceable =
        surveillance.cases().stream()
            .filter(c -> c.infection().course().symptomatic())
            .filter(c -> c.classification() != Classification.SUSPECTED)
            .filter(c -> c.infection().course().onset() >= DAYS_BEFORE_ONSET)
            .toList();
    int step = Math.max(1, traceable.size() / MOST_CASES);
    List<CaseReport> sample = new ArrayList<>();
    for (int i = 0; i < traceable.size(); i += step) {
      sample.add(traceable.get(i));
    }
    this.contacts = sample.stream().parallel().map(this::contactsOf).flatMap(List::stream).toList();
  }

  private List<ContactReport> contactsOf(CaseReport report) {
    Course course = report.infection().course();
    int person = report.infection().person();
    int first = Math.max(0, Math.max(report.infection().day(), course.onset() - DAYS_BEFORE_ONSET));
    int last = Math.min(Math.min(course.homeFrom(), course.admission()) - 1, first + MOST_DAYS - 1);
    last = Math.min(Math.max(last, first), life.timeline().days() - 1);
    CoPresence presence = new CoPresence(life);
    Map<Integer, ContactReport> met = new LinkedHashMap<>();
    for (int day = first; day <= last; day++) {
      for (CoPresence.Meeting m : presence.meetings(person, day, epidemic.confinement())) {
        if (m.to() - m.from() >= MINUTES_THAT_COUNT && remembers(person, m)) {
          ContactReport known = met.get(m.person());
          int firstDay = known == null ? day : known.firstDay();
          long place = known == null ? m.place() : known.place();
          met.put(m.person(), new ContactReport(report, m.person(), firstDay, day, place));
        }
      }
    }
    return List.copyOf(met.values());
  }

  /** Whether the case can name the other one; the same on every day. */
  private boolean remembers(int person, CoPresence.Meeting meeting) {
    double share =
        switch (Place.kind(meeting.place())) {
          case HOME -> 1;
          case WORK, SCHOOL, HOSPITAL -> 0.7;
          case RESTAURANT, LEISURE -> 0.15;
          case TRAIN -> 0.5;
          case TRANSIT, SHOP, NONE, WARD -> 0.02;
        };
    return Keys.unit(Keys.of(Keys.of(PURPOSE, seed), person, meeting.person())) < share;
  }

  List<ContactReport> all() {
    return contacts;
  }

  static String relation(ContactReport contact) {
    PlaceKind kind = Place.kind(contact.place());
    return switch (kind) {
      case HOME -> "家庭成员";
      case WORK, HOSPITAL -> "同事";
      case SCHOOL -> "同学";
      case TRAIN, TRANSIT -> "同乘";
      default -> "同处";
    };
  }

  /** Draws that belong to one contact. */
  Draws draws(ContactReport contact) {
    return new Draws(Keys.of(PURPOSE, ~seed, contact.person()));
  }
}
