package org.firebreak.city.region;

import java.util.LinkedHashMap;
import java.util.Map;
import org.firebreak.base.error.UserException;

/** Shares people out over the leaves of a tree and adds them up to the top. */
public final class Populations {

  private Populations() {}

  /**
   * Gives every leaf its share by cumulative rounding, so that the parts add up exactly, and every
   * region above the sum of its leaves.
   *
   * @param weights by code of the leaves, each greater than 0
   * @throws UserException if there are fewer people than leaves
   */
  static Map<String, Long> spread(Map<String, Double> weights, long people, RegionTree tree) {
    if (people < weights.size()) {
      throw new UserException(
          "people-too-few",
          "%d people cannot live in %d districts; give at least one for each"
              .formatted(people, weights.size()));
    }
    double total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, Long> residents = new LinkedHashMap<>();
    long free = people - weights.size();
    double cumulated = 0;
    long given = 0;
    for (Map.Entry<String, Double> entry : weights.entrySet()) {
      cumulated += entry.getValue();
      long upTo = Math.min(free, Math.round(free * cumulated / total));
      residents.put(entry.getKey(), 1 + upTo - given);
      given = upTo;
    }
    return summed(residents, tree);
  }

  /**
   * Scales the populations that a user's tree brings to {@code people}, or spreads them evenly if
   * it brings none.
   */
  public static RegionTree scaled(RegionTree tree, long people) {
    Map<String, Double> weights = new LinkedHashMap<>();
    boolean any = tree.leaves().stream().anyMatch(leaf -> leaf.population() > 0);
    for (Region leaf : tree.leaves()) {
      weights.put(leaf.code(), any ? Math.max(1e-9, (double) leaf.population()) : 1.0);
    }
    return tree.withPopulations(spread(weights, people, tree));
  }

  private static Map<String, Long> summed(Map<String, Long> leaves, RegionTree tree) {
    Map<String, Long> all = new LinkedHashMap<>(leaves);
    for (Region region : tree.regions()) {
      if (!leaves.containsKey(region.code())) {
        long sum = tree.leavesOf(region).stream().mapToLong(l -> leaves.get(l.code())).sum();
        all.put(region.code(), sum);
      }
    }
    return all;
  }
}
