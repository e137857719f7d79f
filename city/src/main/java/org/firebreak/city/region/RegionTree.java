package org.firebreak.city.region;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.base.error.DataException;

/**
 * The regions of an incident, parents before children; its leaves are where people live. Immutable.
 */
public final class RegionTree {

  private final List<Region> regions;
  private final Map<String, Region> byCode = new LinkedHashMap<>();
  private final Map<String, List<Region>> children = new LinkedHashMap<>();
  private final List<Region> leaves = new ArrayList<>();
  private final Map<String, Integer> leafIndex = new LinkedHashMap<>();

  /**
   * Checks and orders the regions.
   *
   * @throws DataException if a code stands twice, a parent is missing, or there is a circle
   */
  public RegionTree(List<Region> given) {
    Map<String, Region> known = new LinkedHashMap<>();
    for (Region region : given) {
      if (known.putIfAbsent(region.code(), region) != null) {
        throw new DataException("region-twice", "Region " + region.code() + " stands twice");
      }
    }
    for (Region region : given) {
      String parent = region.parent();
      if (parent != null && !known.containsKey(parent)) {
        throw new DataException(
            "region-parent-missing",
            "Region %s names the parent %s, which is not there".formatted(region.code(), parent));
      }
      children.computeIfAbsent(parent == null ? "" : parent, k -> new ArrayList<>()).add(region);
    }
    List<Region> ordered = new ArrayList<>();
    for (Region top : children.getOrDefault("", List.of())) {
      collect(top, ordered);
    }
    if (ordered.size() != given.size()) {
      throw new DataException("region-circle", "Some regions are their own ancestors");
    }
    this.regions = List.copyOf(ordered);
  }

  private void collect(Region region, List<Region> ordered) {
    ordered.add(region);
    byCode.put(region.code(), region);
    List<Region> below = children(region.code());
    if (below.isEmpty()) {
      leafIndex.put(region.code(), leaves.size());
      leaves.add(region);
    }
    for (Region child : below) {
      collect(child, ordered);
    }
  }

  /** All regions, parents before children. */
  public List<Region> regions() {
    return regions;
  }

  /** The regions without children, in the order in which people are numbered. */
  public List<Region> leaves() {
    return List.copyOf(leaves);
  }

  /** Position among the leaves. */
  public int leafIndex(Region leaf) {
    Integer index = leafIndex.get(leaf.code());
    if (index == null) {
      throw new IllegalArgumentException(leaf.code() + " is not a leaf");
    }
    return index;
  }

  /** The tops of the tree. */
  public List<Region> roots() {
    return children("");
  }

  /** The regions directly below, or none. */
  public List<Region> children(String code) {
    return children.getOrDefault(code, List.of());
  }

  public Region get(String code) {
    Region region = byCode.get(code);
    if (region == null) {
      throw new IllegalArgumentException("There is no region " + code);
    }
    return region;
  }

  /** The leaves below a region; itself if it is one. */
  public List<Region> leavesOf(Region region) {
    return leaves.stream().filter(leaf -> isWithin(leaf, region)).toList();
  }

  private boolean isWithin(Region region, Region ancestor) {
    Region at = region;
    while (!at.code().equals(ancestor.code())) {
      String parent = at.parent();
      if (parent == null) {
        return false;
      }
      at = get(parent);
    }
    return true;
  }

  /** The same tree with populations by code; codes that are not named keep theirs. */
  public RegionTree withPopulations(Map<String, Long> populations) {
    return new RegionTree(
        regions.stream()
            .map(r -> r.withPopulation(populations.getOrDefault(r.code(), r.population())))
            .toList());
  }

  /**
   * The unit of daily life and work: the parents of the leaves (cities), or the leaf itself where
   * it has none.
   */
  public Region cityOf(Region leaf) {
    String parent = leaf.parent();
    return parent == null ? leaf : get(parent);
  }
}
