package org.firebreak.privacy.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinkageTest {

  private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗";
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文建国志红海燕春梅";

  private static PersonRecord person(
      String key,
      @Nullable String name,
      @Nullable String birth,
      @Nullable String id,
      @Nullable String phone) {
    return new PersonRecord(
        key, name, null, birth == null ? null : LocalDate.parse(birth), null, id, phone, null);
  }

  /** A register of households: surname, phone and address are shared in each. */
  private static List<PersonRecord> register(int size, Random random) {
    List<PersonRecord> register = new ArrayList<>();
    String surname = "";
    String phone = "";
    String address = "";
    for (int i = 0; i < size; i++) {
      if (i % 3 == 0) {
        surname = pick(SURNAMES, random);
        phone = "1" + (3_000_000_000L + random.nextLong(6_000_000_000L));
        address = "建设路" + random.nextInt(999) + "号" + random.nextInt(60) + "栋";
      }
      String name =
          surname + pick(GIVEN, random) + (random.nextInt(5) == 0 ? "" : pick(GIVEN, random));
      LocalDate birth = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(33_000));
      String id = "420106" + birth.toString().replace("-", "") + (100 + random.nextInt(900));
      id += IdNumbers.check(id);
      register.add(
          new PersonRecord("p" + i, name, i % 2 == 0 ? "F" : "M", birth, null, id, phone, address));
    }
    return register;
  }

  private static String pick(String letters, Random random) {
    return letters.substring(random.nextInt(letters.length())).substring(0, 1);
  }

  /** The person once more as another clerk writes it: slips, gaps, another phone. */
  private static PersonRecord again(PersonRecord person, Random random) {
    String name = person.name();
    if (name != null && random.nextInt(4) == 0) {
      int at = random.nextInt(name.length());
      name =
          name.substring(0, at)
              + pick(name.charAt(0) > 'z' ? GIVEN : "aeiounrst", random)
              + name.substring(at + 1);
    }
    String id = person.idNumber();
    id =
        id == null || random.nextInt(2) == 0
            ? null
            : random.nextInt(4) == 0 ? swapped(id, random) : id;
    LocalDate birth = person.birthDate();
    if (birth != null && random.nextInt(10) == 0) {
      birth = birth.plusDays(random.nextInt(2) == 0 ? 10 : 1);
    }
    return new PersonRecord(
        person.key() + "-again",
        name,
        person.sex(),
        birth,
        person.birthYear(),
        id,
        random.nextInt(3) == 0 ? null : person.phone(),
        random.nextInt(2) == 0 ? null : person.address());
  }

  private static String swapped(String text, Random random) {
    int at = random.nextInt(text.length() - 1);
    return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
  }

  private record Quality(double precision, double recall, double recallWithReview) {}

  private static Quality quality(List<PersonRecord> originals, Random random) {
    List<PersonRecord> all = new ArrayList<>(originals);
    int duplicates = 0;
    for (PersonRecord person : originals) {
      if (random.nextInt(10) == 0) {
        all.add(again(person, random));
        duplicates++;
      }
    }
    int right = 0;
    int wrong = 0;
    int offered = 0;
    for (Link link : Linkage.link(all, LinkageRule.STANDARD, 1)) {
      boolean same = link.second().equals(link.first() + "-again");
      if (link.decision() == Link.Decision.MERGE) {
        right += same ? 1 : 0;
        wrong += same ? 0 : 1;
      } else if (same) {
        offered++;
      }
    }
    return new Quality(
        right / (double) Math.max(1, right + wrong),
        right / (double) duplicates,
        (right + offered) / (double) duplicates);
  }

  @Test
  void plantedDuplicatesOfRegisterOfHouseholdsAreFound() {
    Quality quality = quality(register(20_000, new Random(5)), new Random(6));
    assertTrue(quality.precision() >= 0.99, quality.toString());
    assertTrue(quality.recall() >= 0.90, quality.toString());
    assertTrue(quality.recallWithReview() >= 0.97, quality.toString());
  }

  @Test
  void plantedDuplicatesOfRealNamesWithAgesAloneAreFoundOrOffered() throws IOException {
    Path file =
        Path.of(System.getProperty("firebreak.shared", "../shared"))
            .resolve("data/linelists/varicella_sim_berlin.csv");
    assumeTrue(Files.exists(file), "skipped: the shared line lists are not there");
    List<PersonRecord> persons = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.replace("\"", "").split(",", -1);
      Integer age = cells[4].matches("\\d+") ? Integer.valueOf(cells[4]) : null;
      persons.add(
          new PersonRecord(
              "v" + persons.size(),
              cells[2] + " " + cells[3],
              cells[0],
              null,
              age == null ? null : Integer.valueOf(2015 - age),
              null,
              null,
              cells[5]));
    }
    List<Link> before = Linkage.link(persons, LinkageRule.STANDARD, 1);
    assertTrue(
        before.stream().noneMatch(link -> link.decision() == Link.Decision.MERGE),
        before.toString());
    Quality quality = quality(persons, new Random(8));
    assertTrue(quality.precision() >= 0.98, quality.toString());
    assertTrue(quality.recallWithReview() >= 0.90, quality.toString());
  }

  @Test
  void newRecordFindsItsPersonWithReasons() {
    List<PersonRecord> register = register(5_000, new Random(9));
    Linkage linkage = Linkage.over(register, LinkageRule.STANDARD, 1);
    PersonRecord known = register.get(777);
    PersonRecord again =
        new PersonRecord(
            "new", known.name(), known.sex(), known.birthDate(), null, null, null, null);
    Link best = linkage.candidates(again).getFirst();
    assertEquals(known.key(), best.first());
    assertTrue(
        best.reasons().stream()
            .anyMatch(reason -> reason.feature() == Feature.BIRTH && reason.bits() > 5),
        best.toString());
    linkage.add(person("later", "欧阳修", "1990-01-02", "110101199001021234", null));
    assertEquals(
        "later",
        linkage
            .candidates(person("x", "欧阳修", "1990-01-02", "110101199001021243", null))
            .getFirst()
            .first());
  }

  @Test
  void householdIsNotOnePerson() {
    List<PersonRecord> register = register(3_000, new Random(10));
    Set<String> merged = new HashSet<>();
    for (Link link : Linkage.link(register, LinkageRule.STANDARD, 1)) {
      if (link.decision() == Link.Decision.MERGE) {
        merged.add(link.first() + "/" + link.second());
      }
    }
    assertEquals(Set.of(), merged);
  }

  @Test
  void differentIdNumbersAreNeverMergedUnseen() {
    List<PersonRecord> register = register(1_000, new Random(11));
    PersonRecord known = register.get(3);
    register.add(
        new PersonRecord(
            "twin",
            known.name(),
            known.sex(),
            known.birthDate(),
            null,
            "999999999999999999",
            known.phone(),
            known.address()));
    for (Link link : Linkage.link(register, LinkageRule.STANDARD, 1)) {
      assertFalse(
          link.second().equals("twin") && link.decision() == Link.Decision.MERGE, link.toString());
    }
  }

  @Test
  void slipsAreTheFourOfDamerau() {
    assertTrue(Slips.isOne("anna", "anya"));
    assertTrue(Slips.isOne("anna", "ana"));
    assertTrue(Slips.isOne("ana", "anna"));
    assertTrue(Slips.isOne("anna", "nana"));
    assertFalse(Slips.isOne("anna", "anna"));
    assertFalse(Slips.isOne("anna", "nnaa"));
    assertFalse(Slips.isOne("", ""));
    assertTrue(Slips.isOne("", "a"));
  }
}
