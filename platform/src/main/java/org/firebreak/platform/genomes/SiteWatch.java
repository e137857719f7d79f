package org.firebreak.platform.genomes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.watch.SitesUnderWatch;
import org.firebreak.platform.genomes.SiteTable.WatchedSite;
import org.firebreak.platform.regions.Level;
import org.firebreak.platform.regions.RegionTree;

/**
 * Looks for one site under watch: in each place, among the genomes of the window that ends with the
 * last sample of all, how many show a mutation there.
 */
final class SiteWatch {

  private SiteWatch() {}

  /**
   * A site as it is seen in a place now.
   *
   * @param site id of the site
   * @param mutations seen there in the window
   * @param from first day of the window
   * @param to last day of the window
   * @param known genomes of the window that are known there
   * @param count those with a mutation
   * @param firstSeen day of the first genome ever that showed one
   * @param passed whether both limits are reached
   */
  record SiteSighting(
      long site,
      GenomePlace place,
      List<String> mutations,
      LocalDate from,
      LocalDate to,
      int known,
      int count,
      LocalDate firstSeen,
      boolean passed) {}

  /** What is counted in one place. */
  private static final class Tally {
    private final TreeSet<String> mutations = new TreeSet<>();
    private final LocalDate first;
    private int known;
    private int count;

    Tally(LocalDate first) {
      this.first = first;
    }
  }

  /** Sightings in all places where the site was ever mutated. */
  static List<SiteSighting> of(
      WatchedSite site,
      Frequencies frequencies,
      Reference reference,
      String placeLevel,
      RegionTree regions) {
    List<LocalDate> range = frequencies.range();
    if (range.isEmpty()) {
      return List.of();
    }
    LocalDate to = range.getLast();
    LocalDate from = to.minusDays(site.windowDays() - 1L);
    SitesUnderWatch watch = new SitesUnderWatch(List.of(site.site()));
    Map<String, Tally> tallies = new TreeMap<>();
    Map<String, Integer> knownWithout = new TreeMap<>();
    for (GenomeRow row : frequencies.dated()) {
      String place = placeOf(row, placeLevel, regions);
      LocalDate day = Frequencies.day(row);
      List<SitesUnderWatch.Hit> hits = watch.hits(mutations(row, reference));
      boolean within = !day.isBefore(from);
      if (!hits.isEmpty()) {
        Tally tally = tallies.computeIfAbsent(place, key -> new Tally(day));
        if (within) {
          tally.count++;
          tally.known++;
          hits.forEach(hit -> tally.mutations.add(hit.mutation()));
        }
      } else if (within && watch.untold(row.unknown(reference)).isEmpty()) {
        knownWithout.merge(place, 1, Integer::sum);
      }
    }
    List<SiteSighting> sightings = new ArrayList<>();
    tallies.forEach((place, tally) -> {
      int known = tally.known + knownWithout.getOrDefault(place, 0);
      boolean passed = tally.count >= site.leastCount() && tally.count >= site.leastShare() * known;
      sightings.add(
          new SiteSighting(
              site.id(),
              GenomePlace.of(place, regions),
              List.copyOf(tally.mutations),
              from,
              to,
              known,
              tally.count,
              tally.first,
              passed));
    });
    return sightings;
  }

  private static List<String> mutations(GenomeRow row, Reference reference) {
    List<String> all = new ArrayList<>(row.acidChanges());
    all.addAll(row.substitutions(reference));
    return all;
  }

  /** The place of a sample at the level at which the tree names places. */
  private static String placeOf(GenomeRow row, String placeLevel, RegionTree regions) {
    String region = row.label().region();
    if (region == null) {
      return Objects.requireNonNullElse(row.label().place(), "");
    }
    for (Level level : Level.values()) {
      String code = level.word().equals(placeLevel) ? regions.codeAt(region, level) : null;
      if (code != null) {
        return code;
      }
    }
    return region;
  }
}
