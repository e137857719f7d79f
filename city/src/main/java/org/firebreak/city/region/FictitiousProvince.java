package org.firebreak.city.region;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.city.random.Draws;
import org.firebreak.city.random.Keys;

/**
 * A province that does not exist: one nation, one province, cities and districts, with codes 99xxxx
 * that GB/T 2260 does not use (its first two digits end at 82). The first city is the capital and
 * the largest.
 */
public final class FictitiousProvince {

  private static final long PURPOSE = Keys.purpose("region.fictitious");
  private static final String NATION = "999999";
  private static final String PROVINCE = "990000";

  private FictitiousProvince() {}

  /**
   * Builds the tree with the populations of its districts.
   *
   * @param seed decides names and sizes
   * @param people residents in all; every district gets at least one
   * @param cities 1 to 90
   */
  public static RegionTree of(long seed, long people, int cities) {
    if (cities < 1 || cities > 90) {
      throw new IllegalArgumentException("A province has 1 to 90 cities, was " + cities);
    }
    Draws draws = new Draws(Keys.of(PURPOSE, seed));
    PlaceNames names = new PlaceNames(seed);
    List<Region> regions = new ArrayList<>();
    regions.add(new Region(NATION, "Langhai Republic", "琅海共和国", null, RegionLevel.NATION, 0));
    regions.add(new Region(PROVINCE, "Yunlan Province", "云澜省", NATION, RegionLevel.PROVINCE, 0));
    for (int c = 1; c <= cities; c++) {
      String code = "99%02d00".formatted(c);
      String[] name = names.next();
      regions.add(
          new Region(code, name[0] + " City", name[1] + "市", PROVINCE, RegionLevel.CITY, 0));
      addDistricts(regions, code, c == 1 ? 10 : draws.between(6, 9), names);
    }
    RegionTree tree = new RegionTree(regions);
    return tree.withPopulations(spread(tree, people, draws));
  }

  private static void addDistricts(List<Region> regions, String city, int count, PlaceNames names) {
    for (int d = 1; d <= count; d++) {
      String[] name = names.next();
      boolean urban = d <= (count + 1) / 2;
      regions.add(
          new Region(
              city.substring(0, 4) + "%02d".formatted(urban ? d : d + 20),
              name[0] + (urban ? " District" : " County"),
              name[1] + (urban ? "区" : "县"),
              city,
              RegionLevel.DISTRICT,
              0));
    }
  }

  private static Map<String, Long> spread(RegionTree tree, long people, Draws draws) {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (Region leaf : tree.leaves()) {
      boolean capital = leaf.code().startsWith("9901");
      boolean urban = leaf.name().endsWith("District");
      double base = (capital ? 1.8 : 1) * (urban ? 1.3 : 0.8);
      weights.put(leaf.code(), base * draws.logNormal(1, 0.3));
    }
    return Populations.spread(weights, people, tree);
  }
}
