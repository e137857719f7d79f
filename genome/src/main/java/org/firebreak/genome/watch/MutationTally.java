package org.firebreak.genome.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How many samples of each day have each mutation, and of how many that is known. */
final class MutationTally {

  private final double[] days;
  private final int[] samples;
  private final Map<String, Counts> counts = new TreeMap<>();

  /**
   * One mutation by day.
   *
   * @param with samples that have it
   * @param known samples known at its site
   */
  @SuppressWarnings("ArrayRecordComponent") // a table, never compared
  record Counts(String mutation, int[] with, int[] known) {}

  /** A range of sites that one sample of a day does not know. */
  private record Gap(int start, int end, int day) {}

  /** A mutation with its place and the days of the samples that have it. */
  private record Seen(String mutation, MutationSite site, List<Integer> days) {}

  private MutationTally(double[] days) {
    this.days = days;
    this.samples = new int[days.length];
  }

  static MutationTally of(List<GrowingMutations.Observed> observed) {
    double[] days =
        observed.stream().mapToDouble(GrowingMutations.Observed::day).sorted().distinct().toArray();
    MutationTally tally = new MutationTally(days);
    Map<String, Seen> seen = new HashMap<>();
    Map<String, List<Gap>> gaps = new HashMap<>();
    for (GrowingMutations.Observed one : observed) {
      int day = Arrays.binarySearch(days, one.day());
      tally.samples[day]++;
      for (String mutation : one.mutations()) {
        seen.computeIfAbsent(
                mutation, key -> new Seen(key, MutationSite.parse(key), new ArrayList<>()))
            .days()
            .add(day);
      }
      for (String range : one.unknown()) {
        MutationSite site = MutationSite.parse(range);
        gaps.computeIfAbsent(site.region(), key -> new ArrayList<>())
            .add(new Gap(site.first(), site.last() + 1, day));
      }
    }
    Map<String, List<Seen>> byRegion = new HashMap<>();
    for (Seen one : seen.values()) {
      byRegion.computeIfAbsent(one.site().region(), key -> new ArrayList<>()).add(one);
    }
    byRegion.forEach((region, list) -> tally.sweep(list, gaps.getOrDefault(region, List.of())));
    return tally;
  }

  /** Along the sites of a region, with the number of samples unknown there by day. */
  private void sweep(List<Seen> mutations, List<Gap> gaps) {
    mutations.sort(Comparator.comparingInt(one -> one.site().first()));
    List<Gap> starts = new ArrayList<>(gaps);
    starts.sort(Comparator.comparingInt(Gap::start));
    List<Gap> ends = new ArrayList<>(gaps);
    ends.sort(Comparator.comparingInt(Gap::end));
    int[] known = samples.clone();
    int started = 0;
    int ended = 0;
    for (Seen one : mutations) {
      int site = one.site().first();
      for (; started < starts.size() && starts.get(started).start() <= site; started++) {
        known[starts.get(started).day()]--;
      }
      for (; ended < ends.size() && ends.get(ended).end() <= site; ended++) {
        known[ends.get(ended).day()]++;
      }
      int[] with = new int[days.length];
      one.days().forEach(day -> with[day]++);
      int[] atLeast = known.clone();
      for (int i = 0; i < with.length; i++) {
        atLeast[i] = Math.max(atLeast[i], with[i]);
      }
      counts.put(one.mutation(), new Counts(one.mutation(), with, atLeast));
    }
  }

  /** Distinct days, in order. */
  double[] days() {
    return days;
  }

  Iterable<Counts> counts() {
    return counts.values();
  }

  Optional<Counts> find(String mutation) {
    return Optional.ofNullable(counts.get(mutation));
  }
}
