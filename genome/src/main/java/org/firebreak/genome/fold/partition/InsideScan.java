package org.firebreak.genome.fold.partition;

import java.util.Arrays;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.InternalException;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.FoldConstraint;
import org.firebreak.genome.fold.score.LoopScores;
import org.firebreak.genome.fold.score.PositionSet;
import org.jspecify.annotations.Nullable;

/**
 * The inside pass of the linear-time partition function (Zhang et al. 2020, LinearPartition): the
 * scan of the beam search with sums for maxima. All products of branches are formed before pruning.
 *
 * <p>Weights are plain doubles at the scale of {@link Levels}. For one thread, for one use.
 */
final class InsideScan {

  private static final int LEFT_REACH = 30;
  private static final int FIRST_HAIRPIN = 4;
  private static final double RESCALE_FROM = 60;
  private static final double UNMET = 1e-4;

  final LoopScores scores;
  final Levels levels;
  final int length;
  final WeightKernel kernel;

  /** Weight of the first i bases, at the scale of the levels. */
  final double[] prefix;

  /** What is demanded of the structure. */
  final Demands demands;

  /** As the prefix, but forgiving of unmet demands: for pruning and the levels. */
  private final double[] guide;

  final WeightStore pairs;
  final WeightStore manyBranches;
  final WeightStore branches;

  /** By column: left ends whose waiting multiloop was dropped there. */
  final int[][] dropped;

  final double[] branchWeight;
  final double[] closingWeight;

  private final int beam;
  private final PositionSet[] pairsWith;
  private final PositionSet openings;
  private final PositionSet waiting;
  private final double[] waitingWeight;
  private double waitingLevel;

  private final double[] branchSum;
  private final double[] joinSum;
  private int[] branchLefts;
  private int branchCount;

  private final int[] lefts;
  private final double[] found;
  private final double[] keys;
  private final Selection selection = new Selection();
  private final double[] leftScale = new double[Levels.LAG];

  InsideScan(
      LoopScores scores, int beam, @Nullable FoldConstraint constraint, KernelMaker kernels) {
    this.scores = scores;
    this.beam = beam;
    length = scores.length;
    demands = new Demands(constraint, length);
    levels = new Levels(length);
    kernel = kernels.make(scores, levels, demands);
    prefix = new double[length + 1];
    guide = demands.any() ? new double[length + 1] : prefix;
    pairs = new WeightStore(length, beam);
    manyBranches = new WeightStore(length, beam);
    branches = new WeightStore(length, beam);
    dropped = new int[length][];
    branchWeight = WeightKernel.weights(scores.branch);
    closingWeight = WeightKernel.weights(scores.closing);
    pairsWith = scores.pairPartners();
    openings = new PositionSet(length);
    waiting = new PositionSet(length);
    waitingWeight = new double[length];
    branchSum = new double[length];
    joinSum = new double[length];
    branchLefts = new int[length];
    lefts = new int[length + 1];
    found = new double[length + 1];
    keys = new double[length + 1];
  }

  /** Makes the kernel. */
  interface KernelMaker {
    WeightKernel make(LoopScores scores, Levels levels, Demands demands);
  }

  /**
   * Natural logarithm of the partition function.
   *
   * @throws DataException if no structure meets the constraint
   */
  double run() {
    prefix[0] = 1;
    guide[0] = 1;
    for (int j = 0; j < length; j++) {
      if (j + Levels.LAG <= length) {
        levels.set(j + Levels.LAG, Math.log(guide[j]) + levels.get(j));
      }
      kernel.enterColumn(j);
      openHairpins(j);
      closeMultiloops(j);
      double step = levels.ratio(j, j + 1);
      carryBranches(demands.at(j) ? 0 : step);
      extendPairs(j, step);
      joinBranches(j);
      keepBranches(j);
    }
    double logPartition = Math.log(prefix[length]) + levels.get(length);
    if (demands.any() && prefix[length] == 0) {
      throw new DataException(
          "constraint-unmet", "no structure in the beam meets all that the constraint demands");
    }
    if (!Double.isFinite(logPartition)) {
      throw new InternalException(
          "partition-overflow", "The partition function left the range of a double");
    }
    return logPartition;
  }

  double branch(int i, int j) {
    return branchWeight[scores.right[j] * 25 + scores.left[i]];
  }

  double closing(int i, int j) {
    return closingWeight[scores.left[j] * 25 + scores.right[i]];
  }

  double exterior(int i, int j) {
    return Math.exp(scores.exterior(i, j) / EnergyModel.KT);
  }

  private void openHairpins(int j) {
    if (j >= FIRST_HAIRPIN) {
      openings.add(j - FIRST_HAIRPIN);
    }
    int count = openings.members(pairsWith[scores.code[j]], j - FIRST_HAIRPIN + 1, lefts);
    for (int a = 0; a < count; a++) {
      double level = levels.get(lefts[a]) - levels.get(j + 1);
      found[a] = Math.exp(scores.hairpin(lefts[a], j) / EnergyModel.KT + level);
    }
    double least = threshold(count);
    for (int a = 0; a < count; a++) {
      int i = lefts[a];
      if (guide[i] * found[a] < least && !demands.at(i)) {
        openings.remove(i);
      } else if (demands.after[i] >= j) {
        kernel.offer(i, j, found[a]);
      }
    }
  }

  private void closeMultiloops(int j) {
    double scale = Math.exp(waitingLevel - levels.get(j + 1));
    int count = waiting.members(pairsWith[scores.code[j]], j, lefts);
    for (int a = 0; a < count; a++) {
      found[a] = waitingWeight[lefts[a]] * scale;
    }
    double least = threshold(count);
    int[] drops = new int[count];
    int dropCount = 0;
    for (int a = 0; a < count; a++) {
      int i = lefts[a];
      if (guide[i] * found[a] >= least) {
        kernel.offer(i, j, found[a] * closing(i, j));
      } else {
        waiting.remove(i);
        waitingWeight[i] = 0;
        drops[dropCount++] = i;
      }
    }
    dropped[j] = Arrays.copyOf(drops, dropCount);
    if (demands.at(j)) {
      waiting.clear();
      Arrays.fill(waitingWeight, 0);
    }
  }

  private void carryBranches(double step) {
    for (int a = 0; a < branchCount; a++) {
      branchSum[branchLefts[a]] *= step;
    }
    branchCount = step == 0 ? 0 : branchCount;
  }

  private void addBranch(int left, double weight) {
    if (branchSum[left] == 0) {
      branchLefts[branchCount++] = left;
    }
    branchSum[left] += weight;
  }

  private void extendPairs(int j, double step) {
    int count = prune(allowed(j, kernel.drain(j, lefts, found)));
    pairs.append(j, lefts, found, count);
    double sum = demands.at(j) ? 0 : prefix[j] * step;
    double guess = guide[j] * step * (demands.at(j) ? UNMET : 1);
    for (int a = 0; a < count; a++) {
      int i = lefts[a];
      double weight = found[a] * exterior(i, j);
      sum += prefix[i] * weight;
      guess += guide[i] * weight;
      if (i > 0 && j < length - 1) {
        addBranch(i, found[a] * branch(i, j));
        kernel.push(i, j, found[a]);
      }
    }
    guide[j + 1] = guess;
    prefix[j + 1] = sum;
  }

  private int allowed(int j, int count) {
    if (!demands.any()) {
      return count;
    }
    int kept = 0;
    for (int a = 0; a < count; a++) {
      if (demands.allows(lefts[a], j)) {
        lefts[kept] = lefts[a];
        found[kept++] = found[a];
      }
    }
    return kept;
  }

  private void joinBranches(int j) {
    int count = 0;
    int[] joined = lefts;
    for (int at = pairs.start(j); at < pairs.end(j) && j < length - 1; at++) {
      int k = pairs.left(at);
      if (k < 2) {
        continue;
      }
      double last = pairs.insides()[at] * branch(k, j);
      int[] left = branches.lefts();
      double[] weight = branches.insides();
      int end = branches.end(k - 1);
      for (int before = branches.start(k - 1); before < end; before++) {
        int i = left[before];
        if (joinSum[i] == 0) {
          joined[count++] = i;
        }
        joinSum[i] += weight[before] * last;
      }
    }
    for (int a = 0; a < count; a++) {
      found[a] = joinSum[lefts[a]];
      joinSum[lefts[a]] = 0;
    }
    count = prune(count);
    manyBranches.append(j, lefts, found, count);
    if (levels.get(j + 1) - waitingLevel > RESCALE_FROM) {
      rescaleWaiting(levels.get(j + 1));
    }
    double scale = Math.exp(levels.get(j + 1) - waitingLevel);
    for (int a = 0; a < count; a++) {
      addBranch(lefts[a], found[a]);
      offerMultiloop(lefts[a], found[a] * scale);
    }
  }

  private void offerMultiloop(int p, double weight) {
    levels.leftOf(p, leftScale);
    int from = firstClosing(p);
    for (int i = from; i < p; i++) {
      waitingWeight[i] += weight * leftScale[i - p + Levels.LAG];
    }
    waiting.addRange(from, p);
  }

  /** The first base that can close a multiloop whose first branch begins at p. */
  int firstClosing(int p) {
    return Math.max(Math.max(0, p - LEFT_REACH), demands.before[p]);
  }

  private void rescaleWaiting(double level) {
    double factor = Math.exp(waitingLevel - level);
    for (int i = 0; i < length; i++) {
      waitingWeight[i] *= factor;
    }
    waitingLevel = level;
  }

  private void keepBranches(int j) {
    for (int a = 0; a < branchCount; a++) {
      lefts[a] = branchLefts[a];
      found[a] = branchSum[lefts[a]];
      branchSum[lefts[a]] = 0;
    }
    int count = j < length - 1 ? prune(branchCount) : 0;
    for (int a = 0; a < count; a++) {
      branchLefts[a] = lefts[a];
      branchSum[lefts[a]] = found[a];
    }
    branchCount = count;
    branches.append(j, lefts, found, count);
  }

  /** Keeps the best of {@link #lefts} and {@link #found}; returns how many. */
  private int prune(int count) {
    double least = threshold(count);
    int kept = 0;
    for (int a = 0; a < count; a++) {
      if (guide[lefts[a]] * found[a] >= least) {
        lefts[kept] = lefts[a];
        found[kept++] = found[a];
      }
    }
    return kept;
  }

  private double threshold(int count) {
    if (beam == 0 || count <= beam) {
      return 0;
    }
    for (int a = 0; a < count; a++) {
      keys[a] = guide[lefts[a]] * found[a];
    }
    return selection.smallest(keys, count, count - beam - 1);
  }
}
