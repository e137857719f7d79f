package org.firebreak.platform.situation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.firebreak.platform.regions.Level;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.RegionTree;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.situation.SeriesTable.Series;
import org.springframework.stereotype.Service;

/** Which series there are: indicators, sources and regions. Thread-safe. */
@Service
public class SeriesOffers {

  private final SeriesTable table;
  private final Regions regions;

  SeriesOffers(SeriesTable table, Regions regions) {
    this.table = table;
    this.regions = regions;
  }

  /**
   * What one source has of one indicator.
   *
   * @param regions known regions with numbers of their own, by code
   * @param partsByNation number of those that lie below each nation
   */
  public record Offer(
      String indicator, String source, Set<String> regions, Map<String, Integer> partsByNation) {}

  /** Every indicator of every source, in the order in which they were first loaded. */
  public List<Offer> list() {
    RegionTree tree = regions.tree();
    Map<List<String>, Set<String>> codes = new LinkedHashMap<>();
    for (Series series : table.listSeries()) {
      if (tree.find(series.region()).isPresent()) {
        codes
            .computeIfAbsent(List.of(series.indicator(), series.source()), key -> new HashSet<>())
            .add(series.region());
      }
    }
    List<Offer> offers = new ArrayList<>();
    codes.forEach((key, own) ->
        offers.add(new Offer(key.getFirst(), key.getLast(), Set.copyOf(own), parts(tree, own))));
    return offers;
  }

  private static Map<String, Integer> parts(RegionTree tree, Collection<String> codes) {
    Map<String, Integer> parts = new TreeMap<>();
    for (String code : codes) {
      String nation = tree.codeAt(code, Level.NATION);
      if (nation != null && !nation.equals(code)) {
        parts.merge(nation, 1, Integer::sum);
      }
    }
    return parts;
  }

  /** Known regions within {@code root} for which a source has numbers of its own. */
  public List<Region> listRegions(String indicator, String source, Region root) {
    RegionTree tree = regions.tree();
    return table.listSeries().stream()
        .filter(s -> s.indicator().equals(indicator) && s.source().equals(source))
        .map(Series::region)
        .distinct()
        .flatMap(code -> tree.find(code).stream())
        .filter(region -> region.isWithin(root))
        .toList();
  }
}
