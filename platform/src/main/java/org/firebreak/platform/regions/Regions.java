package org.firebreak.platform.regions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.base.error.UserException;
import org.firebreak.intake.region.RegionDirectory;
import org.firebreak.platform.access.RegionScope;
import org.firebreak.platform.regions.RegionTable.Outline;
import org.firebreak.platform.regions.RegionTable.Population;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The administrative tree: the one door to regions for all other capabilities.
 *
 * <p>The whole tree is kept in memory and read again when its revision in the database changes
 * (some 45,000 regions for all of China down to towns: about 30 MB). Thread-safe.
 */
@Service
public class Regions {

  private final RegionTable table;
  private volatile @Nullable RegionTree tree;

  Regions(RegionTable table) {
    this.table = table;
  }

  /** A number that changes whenever a region, a population or an outline does. */
  public long revision() {
    return table.revision();
  }

  /** The tree as it is now. */
  public RegionTree tree() {
    long revision = table.revision();
    RegionTree known = tree;
    if (known == null || known.revision() != revision) {
      known = new RegionTree(revision, table.listAll());
      tree = known;
    }
    return known;
  }

  /**
   * The region of a code.
   *
   * @throws UserException if there is none
   */
  public Region getRegion(String code) {
    return findRegion(code)
        .orElseThrow(() -> new UserException("region-not-found", "There is no region " + code));
  }

  /**
   * The region of a code, if it lies where the caller may look.
   *
   * @throws UserException {@code region-not-found} or {@code forbidden}
   */
  public Region getRegion(String code, RegionScope scope) {
    Region region = getRegion(code);
    if (!scope.includes(region.path())) {
      throw new UserException("forbidden", "Your role does not reach to " + region.name().en());
    }
    return region;
  }

  /** The regions a scope is made of; null if it has no limit. */
  public @Nullable List<Region> listScope(RegionScope scope) {
    return scope.everywhere()
        ? null
        : scope.codes().stream().flatMap(code -> findRegion(code).stream()).toList();
  }

  public Optional<Region> findRegion(String code) {
    return tree().find(code);
  }

  /** Names of regions for the intake. */
  public RegionDirectory directory() {
    return tree().directory();
  }

  /** Takes in regions as the intake read them; known codes are changed, new ones added. */
  @Transactional
  public void mergeRegions(Collection<org.firebreak.intake.region.Region> regions, String scheme) {
    Map<String, RegionRow> rows = new LinkedHashMap<>();
    regions.forEach(region -> rows.put(region.code(), RegionRow.of(region, scheme)));
    table.upsert(List.copyOf(rows.values()));
  }

  /**
   * Takes in the total population of a region in a year; an earlier year never replaces a later.
   */
  @Transactional
  public void mergePopulation(String code, long persons, int year) {
    table.updatePopulations(List.of(new Population(code, persons, year)));
  }

  /** GeoJSON outlines of the regions directly below {@code parent}. */
  List<Outline> listOutlines(String parent) {
    return table.listOutlines(tree().children(parent).stream().map(Region::code).toList());
  }

  /**
   * Takes in the outlines of a GeoJSON or TopoJSON file.
   *
   * @param codeProperty property of each feature with the region's code, or null to find it
   */
  @Transactional
  public LoadedGeometry loadGeometry(String json, @Nullable String codeProperty) {
    RegionTree known = tree();
    Map<String, List<String>> outlines = new LinkedHashMap<>();
    List<String> unmatched = new ArrayList<>();
    for (Geometries.Feature feature : Geometries.read(json, codeProperty)) {
      known
          .match(feature.names())
          .ifPresentOrElse(
              region ->
                  outlines
                      .computeIfAbsent(region.code(), code -> new ArrayList<>())
                      .add(feature.geometry()),
              () -> unmatched.add(String.join(" / ", feature.names())));
    }
    List<Outline> merged = new ArrayList<>();
    outlines.forEach((code, parts) -> merged.add(new Outline(code, Geometries.union(parts))));
    table.replaceGeometries(merged);
    return new LoadedGeometry(outlines.size(), unmatched);
  }

  /**
   * What became of a file of outlines.
   *
   * @param loaded number of regions whose outline is known now
   * @param unmatched features for which there is no region, by the names they bear
   */
  public record LoadedGeometry(int loaded, List<String> unmatched) {}
}
