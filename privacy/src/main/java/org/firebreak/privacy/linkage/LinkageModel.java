package org.firebreak.privacy.linkage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How much each agreement says. For a feature and a level, m is how often one person's two records
 * agree so, u how often two persons' do; the weight is log2(m / u), and the weights of the features
 * add up (Fellegi and Sunter, 1969). u is counted on random pairs of the data itself, so the model
 * fits any population; m are the rates of slips in hand-kept registers (see {@code
 * docs/methods/record-linkage.md}). A rare name that agrees says more than a frequent one.
 * Immutable.
 */
public final class LinkageModel {

  /** The most that phone and address together may add, in bits. */
  public static final double HOUSEHOLD_BITS = 8;

  private static final int SAMPLE_PAIRS = 200_000;

  /** Pairs of experience that the assumed u are worth beside the counted ones. */
  private static final double PRIOR_PAIRS = 50;

  private static final Map<Feature, Rates> SAME_PERSON =
      Map.of(
          Feature.ID_NUMBER, new Rates(0.90, 0.07, 0.001, 0.029),
          Feature.NAME, new Rates(0.75, 0.17, 0.05, 0.03),
          Feature.BIRTH, new Rates(0.85, 0.07, 0.05, 0.03),
          Feature.BIRTH_YEAR, new Rates(0.60, 0.32, 0.03, 0.05),
          Feature.SEX, new Rates(0.985, 0.001, 0.001, 0.013),
          Feature.PHONE, new Rates(0.60, 0.05, 0.001, 0.349),
          Feature.ADDRESS, new Rates(0.50, 0.10, 0.20, 0.20));

  private static final Map<Feature, Rates> ASSUMED_OF_TWO =
      Map.of(
          Feature.ID_NUMBER, new Rates(1e-7, 1e-5, 1e-3, 0.9989),
          Feature.NAME, new Rates(1e-4, 1e-3, 0.05, 0.9489),
          Feature.BIRTH, new Rates(3e-5, 1e-3, 0.03, 0.96897),
          Feature.BIRTH_YEAR, new Rates(0.012, 0.024, 0.024, 0.94),
          Feature.SEX, new Rates(0.5, 1e-3, 1e-3, 0.498),
          Feature.PHONE, new Rates(1e-6, 1e-5, 1e-3, 0.9989),
          Feature.ADDRESS, new Rates(1e-5, 1e-4, 0.01, 0.9898));

  private final Map<Feature, Rates> bits;
  private final NameShares names;

  private LinkageModel(Map<Feature, Rates> bits, NameShares names) {
    this.bits = bits;
    this.names = names;
  }

  /** A number for each level of agreement. */
  private record Rates(double exact, double close, double partial, double different) {

    double of(Agreement level) {
      return switch (level) {
        case EXACT -> exact;
        case CLOSE -> close;
        case PARTIAL -> partial;
        case DIFFERENT -> different;
        case UNKNOWN -> 0;
      };
    }
  }

  /** The model of a population, by its records. */
  static LinkageModel of(List<Normalized> population, long seed) {
    List<Comparison> pairs = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; population.size() > 1 && i < SAMPLE_PAIRS; i++) {
      int a = random.nextInt(population.size());
      int b = random.nextInt(population.size() - 1);
      pairs.add(Comparison.of(population.get(a), population.get(b < a ? b : b + 1)));
    }
    Map<Feature, Rates> bits = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      Map<Agreement, Integer> counts = new EnumMap<>(Agreement.class);
      pairs.forEach(pair -> counts.merge(pair.on(feature), 1, Integer::sum));
      bits.put(feature, bits(feature, counts));
    }
    return new LinkageModel(bits, NameShares.of(population));
  }

  private static Rates bits(Feature feature, Map<Agreement, Integer> counts) {
    double total = PRIOR_PAIRS;
    for (Map.Entry<Agreement, Integer> count : counts.entrySet()) {
      total += count.getKey() == Agreement.UNKNOWN ? 0 : count.getValue();
    }
    return new Rates(
        bits(feature, Agreement.EXACT, counts, total),
        bits(feature, Agreement.CLOSE, counts, total),
        bits(feature, Agreement.PARTIAL, counts, total),
        bits(feature, Agreement.DIFFERENT, counts, total));
  }

  private static double bits(
      Feature feature, Agreement level, Map<Agreement, Integer> counts, double total) {
    double assumed = PRIOR_PAIRS * rate(ASSUMED_OF_TWO, feature, level);
    double u = (assumed + counts.getOrDefault(level, 0)) / total;
    return log2(rate(SAME_PERSON, feature, level) / u);
  }

  private static double rate(Map<Feature, Rates> rates, Feature feature, Agreement level) {
    Rates found = rates.get(feature);
    if (found == null) {
      throw new IllegalStateException("No rates for " + feature);
    }
    return found.of(level);
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }

  /** What two records say about being one person. */
  Score score(Normalized a, Normalized b) {
    Comparison comparison = Comparison.of(a, b);
    List<Reason> reasons = new ArrayList<>();
    double household = 0;
    for (Feature feature : Feature.values()) {
      Agreement level = comparison.on(feature);
      if (level == Agreement.UNKNOWN) {
        continue;
      }
      double weight = weight(feature, level, a);
      if (feature.isHousehold()) {
        weight = Math.min(weight, HOUSEHOLD_BITS - household);
        household += Math.max(0, weight);
      }
      reasons.add(new Reason(feature, level, weight));
    }
    return new Score(reasons);
  }

  private double weight(Feature feature, Agreement level, Normalized a) {
    return feature == Feature.NAME && level == Agreement.EXACT
        ? log2(rate(SAME_PERSON, feature, level) / names.share(a))
        : rate(bits, feature, level);
  }

  /** Odds, as log2, that two records drawn from so many are one person, before looking at them. */
  static double priorBits(int records, double expectedDuplicateShare) {
    return log2(2 * expectedDuplicateShare / Math.max(2, records));
  }

  /** One feature's part in a score, in bits; positive speaks for one person. */
  public record Reason(Feature feature, Agreement agreement, double bits) {}

  /** The parts of a score. */
  record Score(List<Reason> reasons) {
    Score {
      reasons = List.copyOf(reasons);
    }

    double bits() {
      return reasons.stream().mapToDouble(Reason::bits).sum();
    }

    boolean contradicts(Feature feature) {
      return reasons.stream()
          .anyMatch(
              reason -> reason.feature() == feature && reason.agreement() == Agreement.DIFFERENT);
    }
  }
}
