package org.firebreak.city.people;

import java.time.LocalDate;
import org.firebreak.city.random.Draws;
import org.firebreak.city.random.Keys;
import org.firebreak.city.region.Region;

/**
 * The fictitious identity of a synthetic person. The ID number is well formed (GB 11643, check
 * digit of ISO 7064 MOD 11-2), but its region prefix begins with 99, which no region has; the phone
 * number begins with 154, which to our knowledge no operator was given. So neither can be a real
 * person's.
 *
 * @param name Chinese name
 * @param pinyin the name in Latin letters
 * @param birthDate day of birth
 * @param idNumber 18 characters
 * @param phone 11 digits
 * @param address street and number within the district, Chinese
 */
public record Identity(
    String name,
    String pinyin,
    LocalDate birthDate,
    String idNumber,
    String phone,
    String address) {

  private static final long PURPOSE = Keys.purpose("people.identity");
  private static final long SURNAME = Keys.purpose("people.surname");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK = "10X98765432";

  /** The identity of {@code person} as of {@code today}, which fits age and sex. */
  public static Identity of(People people, int person, LocalDate today, long seed) {
    Draws draws = new Draws(Keys.of(PURPOSE, seed, person));
    Region leaf = people.tree().leaves().get(people.leafOf(person));
    LocalDate birth = today.minusYears(people.ageOf(person)).minusDays(draws.between(0, 364));
    Sex sex = people.sexOf(person);
    int household = people.householdStart(person);
    int relation = person - household;
    boolean ownName = relation == 1 || relation >= 4;
    long surnameKey = Keys.of(SURNAME, seed, ownName ? person : household);
    String[] surname = Names.surname(new Draws(surnameKey));
    String[] given = Names.given(sex, draws);
    Draws home = new Draws(Keys.of(PURPOSE, ~seed, household));
    return new Identity(
        surname[0] + given[0],
        surname[1] + " " + given[1],
        birth,
        idNumber(prefix(leaf.code()), birth, sex, draws),
        "154%08d".formatted(phoneNumber(seed, person)),
        Names.street(home)
            + home.between(1, 199)
            + "号"
            + home.between(1, 18)
            + "栋"
            + home.between(1, 30)
            + "0"
            + home.between(1, 4)
            + "室");
  }

  private static int phoneNumber(long seed, int person) {
    return new org.firebreak.city.random.Permutation(Keys.of(PURPOSE, seed), 100_000_000)
        .positionOf(person % 100_000_000);
  }

  private static String prefix(String code) {
    String digits = code.replaceAll("[^0-9]", "");
    String tail = ("0000" + digits).substring(digits.length());
    return "99" + tail;
  }

  private static String idNumber(String prefix, LocalDate birth, Sex sex, Draws draws) {
    int order = 2 * draws.below(500) + (sex == Sex.MALE ? 1 : 0);
    String body =
        prefix
            + "%04d%02d%02d%03d"
                .formatted(birth.getYear(), birth.getMonthValue(), birth.getDayOfMonth(), order);
    return body + checkCharacter(body);
  }

  /** The check character of the first 17 digits of an ID number. */
  public static char checkCharacter(String first17) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (first17.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECK.charAt(sum % 11);
  }
}
