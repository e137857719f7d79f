package org.firebreak.intake.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Regions in memory, indexed by code and by name. About 1 KB per region. Immutable; thread-safe.
 *
 * <p>A name is looked for in full first, then without its administrative suffix; among several of
 * one name the one of the highest level wins if it is alone there.
 */
public final class RegionIndex implements RegionDirectory {

  private static final int DEPTH_MAX = 10;

  private final Map<String, Region> byCode = new LinkedHashMap<>();
  private final Map<String, Region> byOtherCode = new HashMap<>();
  private final Map<String, List<Region>> byName = new HashMap<>();
  private final Map<String, List<Region>> byStem = new HashMap<>();
  private final Map<String, List<Region>> children = new HashMap<>();

  private RegionIndex(Collection<Region> regions) {
    regions.forEach(region -> byCode.put(key(region.code()), region));
    for (Map.Entry<String, Region> entry : byCode.entrySet()) {
      entry.setValue(ChinaCodes.withKnownParent(entry.getValue(), this::hasCode));
    }
    for (Region region : byCode.values()) {
      index(region);
    }
  }

  /** An index of regions; of two with one code the later wins. */
  public static RegionIndex of(Collection<Region> regions) {
    return new RegionIndex(regions);
  }

  /** The regions of {@code directory} and others; of two with one code the later wins. */
  public RegionIndex with(Collection<Region> more) {
    List<Region> all = new ArrayList<>(byCode.values());
    all.addAll(more);
    return new RegionIndex(all);
  }

  private boolean hasCode(String code) {
    return byCode.containsKey(key(code));
  }

  private void index(Region region) {
    addName(region.nameEn(), region);
    addName(region.nameZh(), region);
    for (String alias : region.aliases()) {
      addName(alias, region);
      if (alias.matches("[A-Z0-9.-]{2,12}")) {
        byOtherCode.putIfAbsent(key(alias), region);
      }
    }
    String parent = region.parent();
    children
        .computeIfAbsent(parent == null ? "" : key(parent), ignored -> new ArrayList<>())
        .add(region);
  }

  private void addName(String name, Region region) {
    if (!name.isBlank()) {
      add(byName, RegionNames.full(name), region);
      add(byStem, RegionNames.stem(name), region);
    }
  }

  private static void add(Map<String, List<Region>> map, String name, Region region) {
    List<Region> named = map.computeIfAbsent(name, ignored -> new ArrayList<>(1));
    if (!named.contains(region)) {
      named.add(region);
    }
  }

  private static String key(String code) {
    return code.strip().toUpperCase(Locale.ROOT);
  }

  @Override
  public Optional<Region> findByCode(String code) {
    String key = key(code);
    Region region = byCode.get(key);
    return Optional.ofNullable(region == null ? byOtherCode.get(key) : region);
  }

  @Override
  public Optional<Region> findByName(String name, @Nullable String within) {
    if (name.isBlank()) {
      return Optional.empty();
    }
    Optional<Region> found = pick(byName.get(RegionNames.full(name)), within);
    return found.isPresent() ? found : pick(byStem.get(RegionNames.stem(name)), within);
  }

  private Optional<Region> pick(@Nullable List<Region> named, @Nullable String within) {
    Region best = null;
    boolean alone = true;
    for (Region region : named == null ? List.<Region>of() : named) {
      if (within != null && !liesIn(region, key(within))) {
        continue;
      }
      if (best == null || region.level() < best.level()) {
        best = region;
        alone = true;
      } else if (region.level() == best.level()) {
        alone = false;
      }
    }
    return alone ? Optional.ofNullable(best) : Optional.empty();
  }

  private boolean liesIn(Region region, String ancestor) {
    Region at = region;
    for (int i = 0; i < DEPTH_MAX && at != null; i++) {
      String parent = at.parent();
      if (parent == null) {
        return false;
      }
      if (key(parent).equals(ancestor)) {
        return true;
      }
      at = byCode.get(key(parent));
    }
    return false;
  }

  @Override
  public Collection<Region> listChildren(@Nullable String parent) {
    return Collections.unmodifiableList(
        children.getOrDefault(parent == null ? "" : key(parent), List.of()));
  }

  @Override
  public int size() {
    return byCode.size();
  }
}
