package org.firebreak.genome.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares the genomes of cases with what contact tracing says.
 *
 * <p>If one case infected the other, the two lineages are apart for the time between the samples
 * plus the time both had since infection; substitutions in that time are Poisson. The probability
 * of as many differences as were found, or more, decides: a known contact whose genomes are too
 * different is contradicted, and cases without a chain of contacts whose genomes are as near as
 * direct transmission would leave them suggest a missing link. Nearness alone proves nothing where
 * the virus hardly varies: read the expected number beside it.
 */
public final class ClusterCheck {

  private final double substitutionsPerDay;
  private final double slackDays;

  /** What the genomes say of a pair. */
  public enum Verdict {
    AGREE,
    DOUBTFUL,
    CONTRADICT,
    MISSING_LINK
  }

  /**
   * A sampled case.
   *
   * @param day of sampling, in days of any calendar
   */
  public record Case(String id, double day) {}

  /**
   * A finding on one pair.
   *
   * @param differences sites at which the genomes differ
   * @param expected differences expected of direct transmission
   * @param probability of as many or more
   */
  public record Finding(
      String first,
      String second,
      int differences,
      double expected,
      double probability,
      Verdict verdict) {}

  /**
   * A check.
   *
   * @param substitutionsPerDay of the whole genome, for example 24 / 365
   * @param slackDays time both cases may have carried the virus before their samples, together
   */
  public ClusterCheck(double substitutionsPerDay, double slackDays) {
    if (!(substitutionsPerDay > 0) || !(slackDays >= 0)) {
      throw new IllegalArgumentException(
          "The rate is positive and the slack not negative: "
              + substitutionsPerDay
              + ", "
              + slackDays);
    }
    this.substitutionsPerDay = substitutionsPerDay;
    this.slackDays = slackDays;
  }

  /**
   * Compares all pairs.
   *
   * @param differences symmetric, by number of case
   * @param contacts symmetric: whether the two are known to have met
   * @return contacts and suggested links, the least probable contacts first, then the nearest links
   */
  public List<Finding> compare(List<Case> cases, int[][] differences, boolean[][] contacts) {
    int[] chain = chains(contacts);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      for (int j = i + 1; j < cases.size(); j++) {
        double days = Math.abs(cases.get(i).day() - cases.get(j).day()) + slackDays;
        double expected = substitutionsPerDay * days;
        double probability = atLeast(differences[i][j], expected);
        Verdict verdict = verdict(contacts[i][j], chain[i] == chain[j], probability);
        if (verdict != null) {
          findings.add(
              new Finding(
                  cases.get(i).id(),
                  cases.get(j).id(),
                  differences[i][j],
                  expected,
                  probability,
                  verdict));
        }
      }
    }
    findings.sort(
        Comparator.comparing((Finding f) -> f.verdict() == Verdict.MISSING_LINK)
            .thenComparingDouble(
                f -> f.verdict() == Verdict.MISSING_LINK ? f.differences() : f.probability())
            .thenComparing(Finding::first)
            .thenComparing(Finding::second));
    return findings;
  }

  private static @Nullable Verdict verdict(boolean contact, boolean sameChain, double probability) {
    if (contact) {
      return probability >= 0.05
          ? Verdict.AGREE
          : probability >= 0.001 ? Verdict.DOUBTFUL : Verdict.CONTRADICT;
    }
    return !sameChain && probability >= 0.2 ? Verdict.MISSING_LINK : null;
  }

  /** Number of the chain of contacts each case belongs to. */
  private static int[] chains(boolean[][] contacts) {
    int[] chain = new int[contacts.length];
    for (int i = 0; i < chain.length; i++) {
      chain[i] = i;
    }
    for (int i = 0; i < chain.length; i++) {
      for (int j = i + 1; j < chain.length; j++) {
        if (contacts[i][j]) {
          int from = chain[j];
          int to = chain[i];
          for (int k = 0; k < chain.length; k++) {
            chain[k] = chain[k] == from ? to : chain[k];
          }
        }
      }
    }
    return chain;
  }

  /** P(X >= k) for X Poisson. */
  static double atLeast(int k, double mean) {
    double term = Math.exp(-mean);
    double below = 0;
    for (int i = 0; i < k; i++) {
      below += term;
      term *= mean / (i + 1);
    }
    return Math.max(0, 1 - below);
  }
}
