package org.firebreak.platform.regions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.firebreak.base.LocalizedText;
import org.firebreak.intake.region.RegionDirectory;
import org.firebreak.intake.region.RegionIndex;
import org.jspecify.annotations.Nullable;

/** The administrative tree at one revision. Immutable and thread-safe. */
public final class RegionTree {

  private final long revision;
  private final Map<String, Region> regions = new LinkedHashMap<>();
  private final Map<String, List<Region>> children = new HashMap<>();
  private final Map<String, String> searchText = new HashMap<>();
  private final RegionDirectory directory;

  RegionTree(long revision, List<RegionRow> rows) {
    this.revision = revision;
    Set<String> parents = new HashSet<>();
    rows.forEach(row -> parents.add(String.valueOf(row.parent())));
    for (RegionRow row : rows) {
      Region region = toRegion(row, parents.contains(row.code()));
      regions.put(row.code(), region);
      children.computeIfAbsent(String.valueOf(row.parent()), key -> new ArrayList<>()).add(region);
      searchText.put(row.code(), textOf(row));
    }
    this.directory =
        RegionIndex.of(
            rows.stream()
                .filter(row -> row.level() != Level.WORLD)
                .map(RegionRow::toIntake)
                .toList());
  }

  private static Region toRegion(RegionRow row, boolean hasChildren) {
    Double longitude = row.longitude();
    Double latitude = row.latitude();
    return new Region(
        row.code(),
        new LocalizedText(row.nameEn(), row.nameZh()),
        row.level(),
        row.parent(),
        row.path(),
        row.population(),
        longitude == null || latitude == null ? null : List.of(longitude, latitude),
        row.validFrom(),
        row.validTo(),
        hasChildren,
        row.hasGeometry());
  }

  private static String textOf(RegionRow row) {
    return String.join(
            "\n", row.code(), row.nameEn(), row.nameZh(), String.join("\n", row.aliases()))
        .toLowerCase(Locale.ROOT);
  }

  long revision() {
    return revision;
  }

  public Optional<Region> find(String code) {
    return Optional.ofNullable(regions.get(code));
  }

  /** All regions, parents before their children. */
  public Collection<Region> all() {
    return regions.values();
  }

  /** The regions directly below one, by code; none for an unknown code. */
  public List<Region> children(String code) {
    return children.getOrDefault(code, List.of());
  }

  /** The regions from the root down to {@code region}, itself included. */
  public List<Region> ancestors(Region region) {
    return region.ancestry().stream().flatMap(code -> find(code).stream()).toList();
  }

  /** Regions whose code, name or alias contains {@code text}, larger regions first. */
  Stream<Region> search(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return regions.values().stream()
        .filter(region -> searchText.getOrDefault(region.code(), "").contains(wanted))
        .sorted((a, b) -> a.level().compareTo(b.level()));
  }

  /** The first region that one of {@code names} is the code, an alternative code or the name of. */
  public Optional<Region> match(List<String> names) {
    for (String name : names) {
      Optional<org.firebreak.intake.region.Region> known =
          directory.findByCode(name).or(() -> directory.findByName(name, null));
      if (known.isPresent()) {
        return find(known.get().code());
      }
    }
    return Optional.empty();
  }

  RegionDirectory directory() {
    return directory;
  }

  /**
   * The code of a known region that a code names or lies in: the intake writes a place it does not
   * know as the known region around it, a slash and the place's name.
   */
  public String knownPart(String code) {
    int slash = code.indexOf('/');
    return regions.containsKey(code) || slash < 0 ? code : code.substring(0, slash);
  }

  /** The nearest region at or above {@code code} of a level; null if there is none. */
  public @Nullable String codeAt(String code, Level level) {
    Region region = regions.get(knownPart(code));
    if (region == null) {
      return null;
    }
    for (Region ancestor : ancestors(region)) {
      if (ancestor.level() == level) {
        return ancestor.code();
      }
    }
    return null;
  }
}
