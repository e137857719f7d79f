package org.firebreak.city.people;

import java.util.Arrays;
import org.firebreak.city.random.BlockPartition;
import org.firebreak.city.random.Draws;
import org.firebreak.city.random.Keys;
import org.firebreak.city.region.Region;
import org.firebreak.city.region.RegionTree;

/**
 * The people of a province, numbered from 0 so that those of one leaf region, and within it those
 * of one household, stand together. Nothing is stored per person: every attribute is a function of
 * seed and number (some 30 to 200 ns), so ten million people cost no memory. Immutable; safe for
 * use by several threads.
 *
 * <p>Household sizes: shares 25, 30, 20, 15, 5, 5 % for 1 to 6 persons (mean 2.6), close to the
 * Chinese census of 2020 (25.4, 29.7, 21.0, 13.2, 10.7 % for 1, 2, 3, 4, 5 and more; mean 2.62).
 */
public final class People {

  private static final long HOUSEHOLD = Keys.purpose("people.household");
  private static final long ROLE = Keys.purpose("people.role");
  private static final int[] HOUSEHOLD_SIZES = {
    1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 6
  };

  /** Oldest age that is given out. */
  public static final int MAX_AGE = 99;

  private static final double HEALTH_WORKER_SHARE = 0.025;

  private final RegionTree tree;
  private final int[] leafStart;
  private final BlockPartition[] households;
  private final long householdKey;
  private final long roleKey;

  /** People of the leaves of {@code tree}, as many as their populations say. */
  public People(RegionTree tree, long seed) {
    this.tree = tree;
    int leaves = tree.leaves().size();
    this.leafStart = new int[leaves + 1];
    this.households = new BlockPartition[leaves];
    for (int i = 0; i < leaves; i++) {
      Region leaf = tree.leaves().get(i);
      leafStart[i + 1] = Math.toIntExact(leafStart[i] + leaf.population());
      households[i] = new BlockPartition(Keys.of(HOUSEHOLD, seed, i), HOUSEHOLD_SIZES);
    }
    this.householdKey = Keys.of(HOUSEHOLD, seed);
    this.roleKey = Keys.of(ROLE, seed);
  }

  public RegionTree tree() {
    return tree;
  }

  /** Number of people. */
  public int size() {
    return leafStart[leafStart.length - 1];
  }

  public int leafCount() {
    return leafStart.length - 1;
  }

  /** Number of the first person of a leaf. */
  public int leafStart(int leaf) {
    return leafStart[leaf];
  }

  public int leafSize(int leaf) {
    return leafStart[leaf + 1] - leafStart[leaf];
  }

  /** The leaf where a person lives. */
  public int leafOf(int person) {
    int at = Arrays.binarySearch(leafStart, person);
    int leaf = at >= 0 ? at : -at - 2;
    while (leafStart[leaf + 1] == leafStart[leaf]) {
      leaf++;
    }
    return leaf;
  }

  /**
   * First person of the household that {@code person} belongs to; also the name of the household.
   */
  public int householdStart(int person) {
    int leaf = leafOf(person);
    BlockPartition partition = households[leaf];
    return leafStart[leaf] + partition.from(partition.groupOf(person - leafStart[leaf]));
  }

  /** First person after the household that {@code person} belongs to. */
  public int householdEnd(int person) {
    int leaf = leafOf(person);
    BlockPartition partition = households[leaf];
    int group = partition.groupOf(person - leafStart[leaf]);
    return leafStart[leaf] + partition.to(group, leafSize(leaf));
  }

  /**
   * Age in years, 0 to {@value #MAX_AGE}: the first of a household is its head, then partner,
   * children, parents of the head, as far as the household goes.
   */
  public int ageOf(int person) {
    int start = householdStart(person);
    int size = householdEnd(person) - start;
    Draws draws = new Draws(Keys.of(householdKey, start));
    int head = headAge(size, draws);
    int age = head;
    for (int slot = 1; slot <= person - start; slot++) {
      age = memberAge(slot, size, head, draws);
    }
    return Math.clamp(age, 0, MAX_AGE);
  }

  private static int headAge(int size, Draws draws) {
    return switch (size) {
      case 1 -> draws.chance(0.45) ? draws.between(20, 44) : draws.between(45, 90);
      case 2 -> draws.chance(0.35) ? draws.between(23, 45) : draws.between(46, 84);
      case 3 -> draws.between(24, 58);
      default -> draws.between(26, 46);
    };
  }

  private static int memberAge(int slot, int size, int head, Draws draws) {
    int other = draws.between(-3, 3) + draws.between(-3, 3);
    boolean child = slot == 2 || (slot == 3 && (size == 6 || draws.chance(0.6)));
    if (slot == 1) {
      return size == 2 && draws.chance(0.12)
          ? Math.max(0, head - 27 + other)
          : Math.max(20, head + other);
    }
    return child
        ? Math.max(0, head - 28 + other - 2 * (slot - 2))
        : Math.max(45, head + 27 + other);
  }

  /** Sex; partners differ, all others by chance. */
  public Sex sexOf(int person) {
    int start = householdStart(person);
    long key = Keys.of(householdKey, start, person - start == 1 ? 0 : person - start);
    boolean male = Keys.unit(key) < 0.51;
    return male == (person - start != 1) ? Sex.MALE : Sex.FEMALE;
  }

  /** What the person does on a working day. */
  public Role roleOf(int person) {
    return roleOf(person, ageOf(person));
  }

  /** As {@link #roleOf(int)}, for a caller who knows the age. */
  public Role roleOf(int person, int age) {
    double draw = Keys.unit(Keys.of(roleKey, person));
    if (age < 3) {
      return Role.AT_HOME;
    } else if (age < 18) {
      return Role.PUPIL;
    } else if (age < 60) {
      double working = age < 23 ? 0.95 : 0.82;
      return draw < HEALTH_WORKER_SHARE && age >= 23
          ? Role.HEALTH_WORKER
          : draw < working ? Role.WORKER : Role.AT_HOME;
    } else {
      return age < 66 && draw < 0.25 ? Role.WORKER : Role.RETIRED;
    }
  }
}
