package org.firebreak.city.people;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Residents by leaf region, sex and ten years of age, counted from the people themselves (some 100
 * ns each, in parallel). Immutable.
 */
public final class PopulationTable {

  /** Number of age groups: 0-9, ..., 70-79, 80 and over. */
  public static final int AGE_GROUPS = 9;

  private final List<int[]> counts;

  public PopulationTable(People people) {
    this.counts =
        IntStream.range(0, people.leafCount())
            .parallel()
            .mapToObj(leaf -> count(people, leaf))
            .toList();
  }

  private static int[] count(People people, int leaf) {
    int[] counts = new int[2 * AGE_GROUPS];
    int start = people.leafStart(leaf);
    for (int person = start; person < start + people.leafSize(leaf); person++) {
      int group = ageGroup(people.ageOf(person));
      counts[(people.sexOf(person) == Sex.MALE ? 0 : AGE_GROUPS) + group]++;
    }
    return counts;
  }

  /** The age group of an age. */
  public static int ageGroup(int age) {
    return Math.min(AGE_GROUPS - 1, age / 10);
  }

  /** The age group as it stands in files, for example {@code 30-39} or {@code 80+}. */
  public static String name(int ageGroup) {
    return ageGroup == AGE_GROUPS - 1 ? "80+" : ageGroup * 10 + "-" + (ageGroup * 10 + 9);
  }

  /** Residents of some leaves together. */
  public int count(List<Integer> leaves, Sex sex, int ageGroup) {
    int index = (sex == Sex.MALE ? 0 : AGE_GROUPS) + ageGroup;
    return leaves.stream().mapToInt(leaf -> counts.get(leaf)[index]).sum();
  }
}
