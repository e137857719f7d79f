package org.firebreak.genome.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.firebreak.base.error.DataException;

/**
 * Compares the genomes of cases with what contact tracing says.
 *
 * <p>If one case infected the other, the two lineages are apart for the time between the samples
 * plus the time both had since infection; substitutions in that time are Poisson. The probability
 * of as many differences as were found, or more, decides: a known contact whose genomes are too
 * different is contradicted, and cases without a chain of contacts whose genomes are as near as
 * direct transmission would leave them suggest a missing link. Nearness alone proves nothing where
 * the virus hardly varies: the number of alternatives, other cases outside the chain as near as
 * these two, tells how much a suggestion says.
 *
 * <p>Cost: one distance a pair, all pairs of {@link #compare}, those with one case of {@link
 * #compareOne}. Immutable.
 */
public final class ClusterCheck {

  private static final double AGREE_FROM = 0.05;
  private static final double DOUBTFUL_FROM = 0.001;
  private static final double LINK_FROM = 0.2;

  private final double substitutionsPerDay;
  private final double slackDays;

  /** What the genomes say of a pair. */
  public enum Verdict {
    /** A contact whose genomes fit direct transmission (probability 5 % or more). */
    AGREE,
    /** A contact that would be unusual (0.1 to 5 %): an intermediate case may be missing. */
    DOUBTFUL,
    /** A contact that did not transmit (below 0.1 %). */
    CONTRADICT,
    /** No chain of contacts, but genomes as near as direct transmission leaves them. */
    MISSING_LINK
  }

  /**
   * A sampled case.
   *
   * @param day of sampling, in days of any calendar
   */
  public record Case(String id, double day) {}

  /** Two cases known to have met, in either order. */
  public record Contact(String first, String second) {}

  /**
   * A finding on one pair.
   *
   * @param differences sites at which the genomes differ
   * @param expected differences expected of direct transmission
   * @param probability of as many or more
   * @param alternatives of a missing link: other cases without a chain of contacts to the first or
   *     to the second that are at least as near to it; 0 is the strongest suggestion
   */
  public record Finding(
      String first,
      String second,
      int differences,
      double expected,
      double probability,
      int alternatives,
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
   * @param cases ids unique
   * @param differences of two cases by their numbers in the list, symmetric; for example {@link
   *     org.firebreak.genome.variant.DistanceMatrix#distance}
   * @param contacts of cases of the list; others are passed over
   * @return contacts and suggested links: the least probable contacts first, then the links with
   *     the fewest differences and alternatives
   */
  public List<Finding> compare(
      List<Case> cases, IntBinaryOperator differences, Collection<Contact> contacts) {
    return new Comparison(cases, differences, contacts)
        .findings(IntStream.range(0, cases.size()).toArray());
  }

  /**
   * Compares all pairs of few cases.
   *
   * @param differences symmetric, by number of case
   * @param contacts symmetric: whether the two are known to have met
   */
  public List<Finding> compare(List<Case> cases, int[][] differences, boolean[][] contacts) {
    List<Contact> list = new ArrayList<>();
    for (int i = 0; i < contacts.length; i++) {
      for (int j = i + 1; j < contacts.length; j++) {
        if (contacts[i][j]) {
          list.add(new Contact(cases.get(i).id(), cases.get(j).id()));
        }
      }
    }
    return compare(cases, (i, j) -> differences[i][j], list);
  }

  /**
   * Compares one case, such as a new one, with all others.
   *
   * @param id of the case, which is one of the list
   * @return findings as of {@link #compare}, on pairs with that case only
   */
  public List<Finding> compareOne(
      String id, List<Case> cases, IntBinaryOperator differences, Collection<Contact> contacts) {
    Comparison comparison = new Comparison(cases, differences, contacts);
    return comparison.findings(new int[] {comparison.number(id)});
  }

  /** The working state of one call. */
  private final class Comparison {
    private final List<Case> cases;
    private final IntBinaryOperator differences;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<Long> contacts = new HashSet<>();
    private final int[] chain;
    private final Map<Integer, int[]> rows = new HashMap<>();

    Comparison(List<Case> cases, IntBinaryOperator differences, Collection<Contact> contactList) {
      this.cases = cases;
      this.differences = differences;
      for (int i = 0; i < cases.size(); i++) {
        if (numbers.put(cases.get(i).id(), i) != null) {
          throw new DataException(
              "case-twice", "The case " + cases.get(i).id() + " is there twice");
        }
      }
      this.chain = IntStream.range(0, cases.size()).toArray();
      for (Contact contact : contactList) {
        Integer a = numbers.get(contact.first());
        Integer b = numbers.get(contact.second());
        if (a != null && b != null && !a.equals(b)) {
          contacts.add(pair(a, b));
          chain[chainOf(a)] = chainOf(b);
        }
      }
    }

    int number(String id) {
      return Optional.ofNullable(numbers.get(id))
          .orElseThrow(() -> new DataException("case-unknown", "There is no case " + id));
    }

    private static long pair(int a, int b) {
      return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    private int chainOf(int i) {
      int at = i;
      while (chain[at] != at) {
        chain[at] = chain[chain[at]];
        at = chain[at];
      }
      return at;
    }

    /** Differences of one case to all; a row is made once. */
    private int[] row(int i) {
      return rows.computeIfAbsent(
          i,
          key -> {
            int[] row = new int[cases.size()];
            Arrays.setAll(row, j -> j == i ? 0 : differences.applyAsInt(i, j));
            return row;
          });
    }

    List<Finding> findings(int[] ofCases) {
      List<Finding> findings = new ArrayList<>();
      boolean all = ofCases.length == cases.size();
      for (int i : ofCases) {
        int[] row = row(i);
        for (int j = all ? i + 1 : 0; j < cases.size(); j++) {
          if (j != i) {
            finding(i, j, row[j]).ifPresent(findings::add);
          }
        }
      }
      findings.sort(
          Comparator.comparing((Finding f) -> f.verdict() == Verdict.MISSING_LINK)
              .thenComparingDouble(
                  f -> f.verdict() == Verdict.MISSING_LINK ? f.differences() : f.probability())
              .thenComparingInt(Finding::alternatives)
              .thenComparing(Finding::first)
              .thenComparing(Finding::second));
      return findings;
    }

    private Optional<Finding> finding(int i, int j, int found) {
      double days = Math.abs(cases.get(i).day() - cases.get(j).day()) + slackDays;
      double expected = substitutionsPerDay * days;
      double probability = atLeast(found, expected);
      Verdict verdict;
      if (contacts.contains(pair(i, j))) {
        verdict =
            probability >= AGREE_FROM
                ? Verdict.AGREE
                : probability >= DOUBTFUL_FROM ? Verdict.DOUBTFUL : Verdict.CONTRADICT;
      } else if (chainOf(i) != chainOf(j) && probability >= LINK_FROM) {
        verdict = Verdict.MISSING_LINK;
      } else {
        return Optional.empty();
      }
      int alternatives =
          verdict == Verdict.MISSING_LINK ? nearer(i, found) + nearer(j, found) - 2 : 0;
      return Optional.of(
          new Finding(
              cases.get(i).id(),
              cases.get(j).id(),
              found,
              expected,
              probability,
              alternatives,
              verdict));
    }

    /** Cases outside the chain of one that are as near to it as that, or nearer. */
    private int nearer(int i, int found) {
      int[] row = row(i);
      int n = 0;
      for (int j = 0; j < row.length; j++) {
        n += row[j] <= found && chainOf(j) != chainOf(i) ? 1 : 0;
      }
      return n;
    }
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
