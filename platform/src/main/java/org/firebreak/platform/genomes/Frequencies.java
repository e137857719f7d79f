package org.firebreak.platform.genomes;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.watch.GrowingMutations;
import org.firebreak.genome.watch.GrowingMutations.Growth;
import org.firebreak.genome.watch.GrowingMutations.Observed;
import org.firebreak.genome.watch.GrowingMutations.Share;
import org.jspecify.annotations.Nullable;

/** How often mutations are seen over time among some genomes, week by week. Immutable. */
final class Frequencies {

  /** Most rows of the ranking. */
  static final int RANKED_MAX = 200;

  private static final int LEAST_SAMPLES = 5;
  private static final double LEAST_SHARE = 0.005;
  private static final int WEEK_DAYS = 7;

  private final Reference reference;
  private final List<GenomeRow> dated;

  Frequencies(Reference reference, List<GenomeRow> rows) {
    this.reference = reference;
    this.dated =
        rows.stream()
            .filter(row -> row.label().day() != null)
            .sorted(Comparator.comparing(Frequencies::day).thenComparing(GenomeRow::name))
            .toList();
  }

  static LocalDate day(GenomeRow row) {
    return Objects.requireNonNull(row.label().day());
  }

  /** Which mutations are meant. */
  enum Kind {
    NUCLEOTIDE,
    AMINO_ACID;

    static Kind of(String word) {
      return "nucleotide".equals(word) ? NUCLEOTIDE : AMINO_ACID;
    }
  }

  /**
   * A week's count.
   *
   * @param start first day
   * @param known samples whose site is known
   * @param count those with the mutation
   * @param share with its 95 % interval; null where nothing is known
   */
  record MutationWeek(
      LocalDate start,
      int known,
      int count,
      @Nullable Double share,
      @Nullable Double low,
      @Nullable Double high) {

    static MutationWeek of(Share share) {
      LocalDate start = LocalDate.ofEpochDay(Math.round(share.firstDay()));
      return share.known() == 0
          ? new MutationWeek(start, 0, 0, null, null, null)
          : new MutationWeek(
              start, share.known(), share.samples(), share.share(), share.low(), share.high());
    }
  }

  /**
   * The course of one mutation.
   *
   * @param samples that have it
   * @param known samples whose site is known
   * @param growth null where it cannot be fitted
   */
  record MutationCourse(
      String mutation,
      int samples,
      int known,
      @Nullable MutationGrowth growth,
      List<MutationWeek> weeks) {}

  /**
   * Growth of the log odds a day with its 95 % interval.
   *
   * @param shareNow by the fitted curve, on the last day
   */
  record MutationGrowth(double perDay, double low, double high, double shareNow) {}

  /** The mutations that grow most surely, each with its course. */
  List<MutationCourse> ranking(Kind kind, int most) {
    GrowingMutations counted = count(row -> names(row, kind).stream());
    int least = Math.max(LEAST_SAMPLES, (int) Math.ceil(LEAST_SHARE * dated.size()));
    return counted.rank(least).stream()
        .limit(most)
        .map(growth -> course(growth.mutation(), growth, counted))
        .toList();
  }

  /** The courses of chosen mutations, in their order. */
  List<MutationCourse> courses(List<String> wanted) {
    Set<String> names = new HashSet<>(wanted);
    GrowingMutations counted =
        count(row ->
            Stream.concat(row.acidChanges().stream(), row.substitutions(reference).stream())
                .filter(names::contains)
                .distinct());
    Map<String, Growth> growths = new HashMap<>();
    counted.rank(1).forEach(growth -> growths.put(growth.mutation(), growth));
    return wanted.stream()
        .distinct()
        .map(name -> course(name, growths.get(name), counted))
        .toList();
  }

  private GrowingMutations count(java.util.function.Function<GenomeRow, Stream<String>> names) {
    return new GrowingMutations(
        dated.stream()
            .map(row ->
                new Observed(
                    day(row).toEpochDay(), names.apply(row).toList(), row.unknown(reference)))
            .toList());
  }

  private List<String> names(GenomeRow row, Kind kind) {
    return kind == Kind.AMINO_ACID ? row.acidChanges() : row.substitutions(reference);
  }

  private static MutationCourse course(
      String mutation, @Nullable Growth growth, GrowingMutations counted) {
    return new MutationCourse(
        mutation,
        growth == null ? 0 : growth.samples(),
        growth == null ? 0 : growth.known(),
        growth == null
            ? null
            : new MutationGrowth(growth.perDay(), growth.low(), growth.high(), growth.share()),
        counted.shares(mutation, WEEK_DAYS).orElse(List.of()).stream()
            .map(MutationWeek::of)
            .toList());
  }

  /** Days of the first and last sample; empty if none is dated. */
  List<LocalDate> range() {
    return dated.isEmpty() ? List.of() : List.of(day(dated.getFirst()), day(dated.getLast()));
  }

  /** The genomes whose day is known, in order of it. */
  List<GenomeRow> dated() {
    return dated;
  }
}
