package org.firebreak.city.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.firebreak.city.region.FictitiousProvince;
import org.junit.jupiter.api.Test;

final class PeopleTest {

  private final People people = new People(FictitiousProvince.of(3, 60_000, 2), 3);

  @Test
  void householdsTileThePeople() {
    int households = 0;
    int at = 0;
    while (at < people.size()) {
      int end = people.householdEnd(at);
      for (int person = at; person < end; person++) {
        assertEquals(at, people.householdStart(person));
        assertEquals(people.leafOf(at), people.leafOf(person));
      }
      at = end;
      households++;
    }
    assertEquals(2.6, (double) people.size() / households, 0.03);
  }

  @Test
  void marginalsArePlausible() {
    double n = people.size();
    IntStream all = IntStream.range(0, people.size());
    assertEquals(0.5, all.filter(p -> people.sexOf(p) == Sex.MALE).count() / n, 0.015);
    assertEquals(0.18, share(0, 14), 0.03);
    assertEquals(0.19, share(60, 99), 0.03);
    assertEquals(0.13, share(65, 99), 0.03);
    double working =
        IntStream.range(0, people.size()).filter(p -> people.roleOf(p) == Role.WORKER).count() / n;
    assertEquals(0.5, working, 0.05);
  }

  private double share(int youngest, int oldest) {
    return IntStream.range(0, people.size())
            .map(people::ageOf)
            .filter(age -> age >= youngest && age <= oldest)
            .count()
        / (double) people.size();
  }

  @Test
  void identitiesAreWellFormedAndFitThePerson() {
    assertEquals('X', Identity.checkCharacter("11010519491231002"));
    LocalDate today = LocalDate.of(2026, 6, 30);
    Set<String> phones = new HashSet<>();
    for (int person = 0; person < 3000; person++) {
      Identity identity = Identity.of(people, person, today, 3);
      String id = identity.idNumber();
      assertTrue(id.matches("99\\d{15}[0-9X]"), id);
      assertEquals(Identity.checkCharacter(id.substring(0, 17)), id.charAt(17));
      assertEquals(identity.birthDate().toString().replace("-", ""), id.substring(6, 14));
      assertEquals(people.sexOf(person) == Sex.MALE, (id.charAt(16) - '0') % 2 == 1);
      assertEquals(people.ageOf(person), Period.between(identity.birthDate(), today).getYears());
      assertTrue(identity.phone().matches("154\\d{8}"));
      assertTrue(phones.add(identity.phone()), "phone given twice");
    }
  }

  @Test
  void anotherSeedGivesOtherPeople() {
    People others = new People(people.tree(), 4);
    long same = IntStream.range(0, 1000).filter(p -> people.ageOf(p) == others.ageOf(p)).count();
    assertTrue(same < 100);
    assertNotEquals(
        Identity.of(people, 1, LocalDate.EPOCH, 3), Identity.of(people, 1, LocalDate.EPOCH, 4));
  }

  @Test
  void populationTableCountsEverybodyOnce() {
    PopulationTable table = new PopulationTable(people);
    int sum = 0;
    for (int leaf = 0; leaf < people.leafCount(); leaf++) {
      for (int group = 0; group < PopulationTable.AGE_GROUPS; group++) {
        sum += table.count(java.util.List.of(leaf), Sex.MALE, group);
        sum += table.count(java.util.List.of(leaf), Sex.FEMALE, group);
      }
    }
    assertEquals(people.size(), sum);
  }
}
