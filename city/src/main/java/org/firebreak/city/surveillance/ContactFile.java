package org.firebreak.city.surveillance;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.firebreak.city.City;
import org.firebreak.city.epidemic.Infection;
import org.firebreak.city.life.Place;
import org.firebreak.city.output.CsvFile;
import org.firebreak.city.people.Identity;
import org.firebreak.city.people.People;
import org.firebreak.city.random.Draws;

/** Writes contacts as the standard {@code contact} has them, and the truth beside. */
public final class ContactFile {

  private static final int FOLLOW_UP_DAYS = 14;

  private final City city;
  private final Contacts contacts;
  private final Map<Integer, CaseReport> cases = new HashMap<>();
  private final Map<Integer, Infection> infections = new HashMap<>();

  public ContactFile(City city) {
    this.city = city;
    this.contacts =
        new Contacts(city.life(), city.epidemic(), city.surveillance(), city.parameters().seed());
    city.surveillance().cases().forEach(c -> cases.put(c.infection().person(), c));
    city.epidemic().infections().forEach(i -> infections.put(i.person(), i));
  }

  /** Columns of the contact file. */
  public static List<String> header() {
    return List.of(
        "source_case_id",
        "contact_id",
        "name",
        "national_id",
        "phone",
        "sex",
        "age",
        "region_code",
        "address",
        "date_first_contact",
        "date_last_contact",
        "date_report",
        "exposure",
        "relation",
        "follow_up_until",
        "status");
  }

  /** Pairs of case numbers: the case that was asked, and the contact who became a case. */
  public List<List<String>> links() {
    return contacts.all().stream()
        .filter(contact -> cases.containsKey(contact.person()))
        .map(contact -> List.of(contact.source().caseId(), caseId(contact.person())))
        .toList();
  }

  private String caseId(int person) {
    CaseReport report = cases.get(person);
    return report == null ? "" : report.caseId();
  }

  /** Columns of the truth of contacts. */
  public static List<String> truthHeader() {
    return List.of("source_case_id", "contact_id", "person", "infected", "infected_by_source");
  }

  /** Writes one row a contact into both files. */
  public void write(CsvFile file, CsvFile truth) {
    int number = 0;
    for (ContactReport contact : contacts.all()) {
      number++;
      CaseReport converted = cases.get(contact.person());
      String id = converted == null ? "K-%06d".formatted(number) : converted.caseId();
      file.row(row(contact, id, converted != null));
      Infection infection = infections.get(contact.person());
      truth.row(
          contact.source().caseId(),
          id,
          "p%08d".formatted(contact.person()),
          infection != null,
          infection != null && infection.infector() == contact.source().infection().index());
    }
  }

  private Object[] row(ContactReport contact, String id, boolean converted) {
    People people = city.people();
    int person = contact.person();
    LocalDate end = city.parameters().end();
    Identity identity = Identity.of(people, person, end, city.parameters().seed());
    LocalDate last = city.timeline().date(contact.lastDay());
    LocalDate report =
        city.timeline().date(Math.max(contact.source().reportDay(), contact.lastDay()));
    Draws draws = contacts.draws(contact);
    String status = status(converted, last.plusDays(FOLLOW_UP_DAYS).isBefore(end), draws);
    return new Object[] {
      contact.source().caseId(),
      id,
      identity.name(),
      identity.idNumber(),
      identity.phone(),
      people.sexOf(person).name().toLowerCase(Locale.ROOT),
      people.ageOf(person),
      people.tree().leaves().get(people.leafOf(person)).code(),
      identity.address(),
      city.timeline().date(contact.firstDay()),
      last,
      report,
      Place.kind(contact.place()).word(),
      Contacts.relation(contact),
      last.plusDays(FOLLOW_UP_DAYS),
      status
    };
  }

  private static String status(boolean converted, boolean over, Draws draws) {
    if (converted) {
      return "converted";
    } else if (draws.chance(0.02)) {
      return "lost";
    } else {
      return over ? "completed" : "active";
    }
  }
}
