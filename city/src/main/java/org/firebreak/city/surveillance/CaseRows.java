package org.firebreak.city.surveillance;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import org.firebreak.city.epidemic.Course;
import org.firebreak.city.epidemic.Infection;
import org.firebreak.city.epidemic.Severity;
import org.firebreak.city.life.Place;
import org.firebreak.city.life.Timeline;
import org.firebreak.city.people.Identity;
import org.firebreak.city.people.People;
import org.firebreak.city.people.Role;
import org.firebreak.city.people.Sex;
import org.firebreak.city.random.Draws;
import org.firebreak.city.random.Keys;
import org.firebreak.city.region.Region;

/** Makes the clean row of a case, in the manner of a source. */
final class CaseRows {

  private static final long PURPOSE = Keys.purpose("surveillance.rows");
  private static final double INFECTOR_KNOWN = 0.25;
  private static final double EXPOSURE_KNOWN = 0.4;

  private final People people;
  private final Timeline timeline;
  private final Facilities facilities;
  private final List<Infection> infections;
  private final long seed;

  CaseRows(
      People people,
      Timeline timeline,
      Facilities facilities,
      List<Infection> infections,
      long seed) {
    this.people = people;
    this.timeline = timeline;
    this.facilities = facilities;
    this.infections = infections;
    this.seed = seed;
  }

  EnumMap<CaseField, String> row(CaseReport report, CaseSource source) {
    EnumMap<CaseField, String> row = new EnumMap<>(CaseField.class);
    for (CaseField field : CaseField.values()) {
      row.put(field, "");
    }
    Draws draws = new Draws(Keys.of(PURPOSE, seed, report.infection().person()));
    row.put(CaseField.CASE_ID, report.caseId());
    person(row, report, source);
    dates(row, report, source);
    illness(row, report, source, draws);
    return row;
  }

  private void person(EnumMap<CaseField, String> row, CaseReport report, CaseSource source) {
    int person = report.infection().person();
    LocalDate today = timeline.date(timeline.days() - 1);
    Identity identity = Identity.of(people, person, today, seed);
    Region leaf = people.tree().leaves().get(report.leaf());
    Region city = people.tree().cityOf(leaf);
    boolean chinese = source == CaseSource.HOSPITALS;
    boolean male = people.sexOf(person) == Sex.MALE;
    row.put(CaseField.NAME, source == CaseSource.REGISTERS ? identity.pinyin() : identity.name());
    row.put(CaseField.SEX, male ? source.word("male", "男", "M") : source.word("female", "女", "F"));
    row.put(CaseField.AGE, String.valueOf(people.ageOf(person)));
    row.put(CaseField.BIRTH_DATE, source.date(identity.birthDate()));
    row.put(CaseField.NATIONAL_ID, identity.idNumber());
    row.put(CaseField.PHONE, identity.phone());
    row.put(CaseField.ADMIN2, chinese ? city.nameZh() : city.name());
    row.put(CaseField.ADMIN3, chinese ? leaf.nameZh() : leaf.name());
    row.put(CaseField.REGION_CODE, source == CaseSource.CDC ? leaf.code() : "");
    row.put(CaseField.ADDRESS, city.nameZh() + leaf.nameZh() + identity.address());
    boolean health = people.roleOf(person) == Role.HEALTH_WORKER;
    row.put(
        CaseField.HEALTH_WORKER,
        health ? source.word("yes", "是", "Y") : source.word("no", "否", "N"));
    row.put(CaseField.OCCUPATION, occupation(person, people.roleOf(person)));
  }

  private String occupation(int person, Role role) {
    int age = people.ageOf(person);
    return switch (role) {
      case AT_HOME -> age < 6 ? "散居儿童" : "家务及待业";
      case PUPIL -> age < 6 ? "幼托儿童" : "学生";
      case HEALTH_WORKER -> "医务人员";
      case RETIRED -> "离退人员";
      case WORKER -> {
        String[] jobs = {"工人", "商业服务", "干部职员", "餐饮食品业", "农民", "教师", "其他"};
        yield age < 23 ? "学生" : jobs[Keys.below(Keys.of(PURPOSE, person), jobs.length)];
      }
    };
  }

  private void dates(EnumMap<CaseField, String> row, CaseReport report, CaseSource source) {
    Course course = report.infection().course();
    boolean suspected = report.classification() == Classification.SUSPECTED;
    boolean clinical = report.classification() == Classification.CLINICAL;
    if (course.symptomatic()) {
      put(row, CaseField.DATE_ONSET, course.onset(), source);
    }
    put(row, CaseField.DATE_CONSULTATION, course.consultation(), source);
    if (!clinical) {
      put(row, CaseField.DATE_SAMPLING, course.sampling(), source);
    }
    int confirmation = clinical ? report.reportDay() : course.confirmation();
    put(row, CaseField.DATE_CONFIRMATION, suspected ? Course.NEVER : confirmation, source);
    put(row, CaseField.DATE_REPORT, report.reportDay(), source);
    put(row, CaseField.DATE_HOSPITALISATION, course.admission(), source);
    put(row, CaseField.DATE_ICU, course.intensiveCare(), source);
    put(row, CaseField.DATE_OUTCOME, course.outcome(), source);
    put(row, CaseField.DATE_DEATH, course.died() ? course.outcome() : Course.NEVER, source);
  }

  /** A day that has not come yet is not known. */
  private void put(EnumMap<CaseField, String> row, CaseField field, int day, CaseSource source) {
    if (day < timeline.days()) {
      row.put(field, source.date(timeline.date(day)));
    }
  }

  private void illness(
      EnumMap<CaseField, String> row, CaseReport report, CaseSource source, Draws draws) {
    Infection infection = report.infection();
    Course course = infection.course();
    Classification classification = report.classification();
    row.put(
        CaseField.CLASSIFICATION,
        source.word(classification.code(), classification.chinese(), classification.english()));
    row.put(CaseField.CASE_DEFINITION, report.caseDefinition());
    row.put(CaseField.SEVERITY, severity(course.severity(), source));
    boolean over = course.outcome() < timeline.days();
    String outcome =
        !over
            ? source.word("ongoing", "在治", "Under treatment")
            : course.died()
                ? source.word("died", "死亡", "Died")
                : source.word("recovered", "治愈", "Recovered");
    row.put(CaseField.OUTCOME, outcome);
    Region city = people.tree().cityOf(people.tree().leaves().get(report.leaf()));
    row.put(CaseField.HOSPITAL, facilities.hospitalOf(city, draws).name());
    if (infection.imported()) {
      row.put(CaseField.EXPOSURE, source.word("travel outside the province", "省外输入", "Imported"));
    } else {
      if (draws.chance(EXPOSURE_KNOWN)) {
        row.put(CaseField.EXPOSURE, Place.kind(infection.place()).word());
      }
      Infection infector = infections.get(infection.infector());
      if (draws.chance(INFECTOR_KNOWN) && infector.course().report() < timeline.days()) {
        row.put(CaseField.SOURCE_CASE_ID, Surveillance.caseId(infector));
      }
    }
  }

  private static String severity(Severity severity, CaseSource source) {
    String chinese =
        switch (severity) {
          case ASYMPTOMATIC -> "无症状";
          case MILD -> "轻型";
          case MODERATE -> "普通型";
          case SEVERE -> "重型";
          case CRITICAL -> "危重型";
        };
    return source.word(severity.word(), chinese, severity.word());
  }
}
