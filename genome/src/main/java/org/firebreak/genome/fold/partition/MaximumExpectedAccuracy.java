package org.firebreak.genome.fold.partition;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.firebreak.genome.fold.model.Structure;

/**
 * The structure of maximum expected accuracy (Do, Woods and Batzoglou 2006): it maximises the sum
 * of 2 gamma P(i, j) over its pairs and of the probability of being unpaired over its unpaired
 * bases.
 *
 * <p>Exact over the pairs given: a pair's value is that of a chain of pairs inside it, and one run
 * over a left end serves all its pairs. Cost: for each left end the span of its longest pair;
 * memory linear.
 */
public final class MaximumExpectedAccuracy {

  private final BasePairs pairs;
  private final double gamma;
  private final double[] unpaired;

  /** Pairs by left end, right ends ascending. */
  private final int[] start;

  private final int[] right;
  private final double[] gain;

  /** Best of a pair and what is inside it. */
  private final double[] best;

  private final double[] chain;
  private final int[] chosen;

  private MaximumExpectedAccuracy(BasePairs pairs, double gamma) {
    this.pairs = pairs;
    this.gamma = gamma;
    int n = pairs.length();
    unpaired = Arrays.stream(pairs.paired()).map(p -> Math.max(0, 1 - p)).toArray();
    start = new int[n + 2];
    right = new int[pairs.size()];
    gain = new double[pairs.size()];
    best = new double[pairs.size()];
    chain = new double[n + 2];
    chosen = new int[n + 2];
    sortByLeft();
  }

  /**
   * The structure and its expected accuracy.
   *
   * @param gamma weight of pairs against unpaired bases, 1 or more usual
   */
  public static Result of(BasePairs pairs, double gamma) {
    return new MaximumExpectedAccuracy(pairs, gamma).run();
  }

  /**
   * A structure of maximum expected accuracy.
   *
   * @param accuracy the sum it maximises
   */
  public record Result(Structure structure, double accuracy) {}

  private void sortByLeft() {
    for (int left : pairs.left()) {
      start[left + 2]++;
    }
    for (int i = 0; i < start.length - 1; i++) {
      start[i + 1] += start[i];
    }
    for (int a = 0; a < pairs.size(); a++) {
      int at = start[pairs.left()[a] + 1]++;
      right[at] = pairs.right()[a];
      gain[at] = 2 * gamma * pairs.probability()[a];
    }
  }

  private Result run() {
    int n = pairs.length();
    for (int i = n - 1; i >= 0; i--) {
      if (start[i] < start[i + 1]) {
        runChain(i + 1, right[start[i + 1] - 1]);
        for (int at = start[i]; at < start[i + 1]; at++) {
          best[at] = gain[at] + chain[right[at]];
        }
      }
    }
    int[] partner = new int[n];
    Arrays.fill(partner, Structure.UNPAIRED);
    double accuracy = traceAll(partner);
    return new Result(Structure.of(partner), accuracy);
  }

  /** Fills {@code chain[x]}, the best of from..x-1, for x up to {@code to}. */
  private void runChain(int from, int to) {
    Arrays.fill(chain, from, to + 1, 0);
    Arrays.fill(chosen, from, to + 1, -1);
    for (int x = from; x <= to; x++) {
      if (x > from && chain[x - 1] + unpaired[x - 1] >= chain[x]) {
        chain[x] = chain[x - 1] + unpaired[x - 1];
        chosen[x] = -1;
      }
      if (x == to) {
        return;
      }
      for (int at = start[x]; at < start[x + 1] && right[at] < to; at++) {
        int end = right[at] + 1;
        double value = chain[x] + best[at];
        if (value > chain[end]) {
          chain[end] = value;
          chosen[end] = at;
        }
      }
    }
  }

  private double traceAll(int[] partner) {
    Deque<int[]> open = new ArrayDeque<>();
    open.push(new int[] {0, pairs.length()});
    double accuracy = -1;
    while (!open.isEmpty()) {
      int[] interval = open.pop();
      runChain(interval[0], interval[1]);
      if (accuracy < 0) {
        accuracy = chain[interval[1]];
      }
      for (int x = interval[1]; x > interval[0]; ) {
        int at = chosen[x];
        if (at < 0) {
          x--;
          continue;
        }
        int j = right[at];
        int i = leftOf(at, j);
        partner[i] = j;
        partner[j] = i;
        if (i + 1 < j) {
          open.push(new int[] {i + 1, j});
        }
        x = i;
      }
    }
    return accuracy;
  }

  /** Left end of the pair at this place. */
  private int leftOf(int at, int below) {
    int low = 0;
    int high = below;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (start[middle] <= at) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
