package org.firebreak.genome.clock;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.genome.tree.Phylogeny;

/**
 * Dates of all nodes by maximum likelihood. A branch of duration Δ carries k substitutions with
 * probability Poisson(k; λΔ), λ being the clock of the whole genome; with a relaxed clock each
 * branch has its own rate, gamma-distributed with shape α, which makes k negative-binomial. Time is
 * a grid; messages from the tips to the root and back (sum-product) give the exact likelihood of
 * the grid and the distribution of every date, from which come the intervals.
 *
 * <p>Cost: nodes with children times grid², the other nodes times grid. Memory: 16 bytes a grid
 * point of an inner node. For one thread; build a new one for another tree.
 */
final class TimeTree {

  private static final double HALF_CELL = 0.5;

  private final Phylogeny tree;
  private final double[] counts;
  private final int[] firstCell;
  private final int[] lastCell;
  private final List<int[]> children;
  private final List<Optional<SampleDate>> dates;
  private final Grid grid;
  private final double[][] up;
  private final double[][] message;
  private final Map<Double, double[]> kernels = new HashMap<>();
  private final Map<Long, double[]> tipMessages = new HashMap<>();
  private final int innerNodes;

  private double clock;
  private double shape;

  /**
   * Cells of time.
   *
   * @param start decimal year of the first cell's middle
   * @param step years
   * @param cells number of cells
   */
  record Grid(double start, double step, int cells) {
    double date(double cell) {
      return start + cell * step;
    }

    int cell(double date) {
      return (int) Math.max(0, Math.min(cells - 1, Math.round((date - start) / step)));
    }
  }

  /**
   * A tree to date.
   *
   * @param counts substitutions on each branch, whole genome
   * @param dates by node; NaN low and high ends are not allowed, absent tips may be anywhen
   */
  TimeTree(Phylogeny tree, double[] counts, List<Optional<SampleDate>> dates, Grid grid) {
    this.tree = tree;
    this.counts = counts;
    this.grid = grid;
    this.children = tree.children();
    int size = tree.size();
    this.dates = dates;
    this.firstCell = new int[size];
    this.lastCell = new int[size];
    for (int i = 0; i < size; i++) {
      Optional<SampleDate> date = dates.get(i);
      firstCell[i] = date.map(d -> grid.cell(d.low())).orElse(0);
      lastCell[i] = date.map(d -> grid.cell(d.high())).orElse(grid.cells() - 1);
    }
    this.innerNodes = (int) children.stream().filter(below -> below.length > 0).count();
    this.up = new double[size][];
    this.message = new double[size][];
  }

  /**
   * Log-likelihood of the dates at a clock, all node dates summed over.
   *
   * @param genomeClock substitutions a genome and year
   * @param gammaShape α of the relaxed clock; infinite for a strict one
   */
  double logLikelihood(double genomeClock, double gammaShape) {
    kernels.clear();
    tipMessages.clear();
    clock = genomeClock;
    shape = gammaShape;
    for (int node = tree.size() - 1; node >= 0; node--) {
      upwards(node);
    }
    double[] atRoot = up[0];
    double most = max(atRoot);
    double sum = 0;
    for (double value : atRoot) {
      sum += Math.exp(value - most);
    }
    // Dates are integrated in units of 1 / clock: in years, slow clocks would have more room.
    return most + Math.log(sum) + innerNodes * Math.log(clock * grid.step());
  }

  /** Sets up[node] (inner nodes) and the message to the parent, both as logarithms. */
  private void upwards(int node) {
    int[] below = children.get(node);
    if (below.length > 0) {
      double[] product = new double[grid.cells()];
      for (int child : below) {
        double[] part = message[child];
        for (int t = 0; t < product.length; t++) {
          product[t] += part[t];
        }
      }
      up[node] = product;
    }
    if (node > 0) {
      double[] kernel = kernels.computeIfAbsent(counts[node], this::newKernel);
      message[node] = below.length > 0 ? convolve(up[node], kernel) : tipMessage(node, kernel);
    }
  }

  /** Tips of one day and number of substitutions send the same message. */
  private double[] tipMessage(int node, double[] kernel) {
    boolean simple = counts[node] == Math.rint(counts[node]) && counts[node] < 1 << 20;
    if (!simple || firstCell[node] != lastCell[node]) {
      return fromTip(node, kernel);
    }
    long key = (long) counts[node] << 32 | firstCell[node];
    return tipMessages.computeIfAbsent(key, same -> fromTip(node, kernel));
  }

  /** log P(k | Δ = i cells), the durations of a cell's own length averaged in its middle. */
  private double[] newKernel(double k) {
    double[] kernel = new double[grid.cells()];
    for (int i = 0; i < kernel.length; i++) {
      double mean = clock * grid.step() * (i == 0 ? HALF_CELL / 2 : i);
      if (Double.isInfinite(shape)) {
        kernel[i] = (k == 0 ? 0 : k * Math.log(mean)) - mean;
      } else {
        double total = shape + mean;
        kernel[i] =
            (k == 0 ? 0 : k * Math.log(mean / total))
                + shape * Math.log(shape / total)
                + gammaRatio(k);
      }
    }
    return kernel;
  }

  /** log Γ(k+α) / Γ(α): without it, likelihoods of different shapes cannot be compared. */
  private double gammaRatio(double k) {
    double sum = 0;
    double whole = Math.floor(k);
    for (int i = 0; i < whole; i++) {
      sum += Math.log(shape + i);
    }
    return sum + (k - whole) * Math.log(shape + whole);
  }

  private double[] fromTip(int node, double[] logKernel) {
    int first = firstCell[node];
    int last = lastCell[node];
    double[] out = new double[grid.cells()];
    for (int t = 0; t < out.length; t++) {
      if (first == last) {
        out[t] = t <= first ? logKernel[first - t] : Double.NEGATIVE_INFINITY;
      } else {
        double sum = 0;
        for (int s = Math.max(first, t); s <= last; s++) {
          sum += Math.exp(logKernel[s - t]);
        }
        out[t] = Math.log(sum / (last - first + 1));
      }
    }
    return out;
  }

  /** log Σ over s from t on of K(s - t) exp(in(s)). */
  private double[] convolve(double[] in, double[] logKernel) {
    int cells = in.length;
    double most = max(in);
    double kernelMost = max(logKernel);
    int end = cells;
    while (end > 1 && in[end - 1] < most - 60) {
      end--;
    }
    double[] weights = new double[end];
    double[] reversed = new double[cells];
    for (int s = 0; s < end; s++) {
      weights[s] = Math.exp(in[s] - most);
    }
    for (int i = 0; i < cells; i++) {
      reversed[i] = Math.exp(logKernel[i] - kernelMost);
    }
    double[] out = new double[cells];
    for (int t = 0; t < cells; t++) {
      double sum = 0;
      for (int s = t; s < end; s++) {
        sum += reversed[s - t] * weights[s];
      }
      out[t] = sum > 0 ? Math.log(sum) + most + kernelMost : Double.NEGATIVE_INFINITY;
    }
    return out;
  }

  /**
   * Adds the distribution of every node's date at the clock last used, times a weight.
   *
   * @param sums by node and cell; tips with a known day are left out
   */
  void addMarginals(double weight, double[][] sums) {
    double[][] whole = new double[tree.size()][];
    whole[0] = up[0];
    for (int node = 0; node < tree.size(); node++) {
      boolean inner = children.get(node).length > 0;
      if (node > 0 && (inner || firstCell[node] < lastCell[node])) {
        whole[node] = downwards(node, whole[tree.parent()[node]]);
      }
      if (whole[node] != null) {
        addNormalised(whole[node], weight, sums, node);
      }
    }
  }

  /** log of the joint weight of a node's date: what the rest of the tree says, times its own. */
  private double[] downwards(int node, double[] parentWhole) {
    double[] logKernel = kernels.computeIfAbsent(counts[node], this::newKernel);
    int cells = grid.cells();
    double[] rest = new double[cells];
    double most = Double.NEGATIVE_INFINITY;
    for (int t = 0; t < cells; t++) {
      double own = message[node][t];
      rest[t] = own == Double.NEGATIVE_INFINITY ? own : parentWhole[t] - own;
      most = Math.max(most, rest[t]);
    }
    int start = 0;
    while (start < cells - 1 && rest[start] < most - 60) {
      start++;
    }
    for (int t = 0; t < cells; t++) {
      rest[t] = Math.exp(rest[t] - most);
    }
    double kernelMost = max(logKernel);
    double[] kernel = new double[cells];
    for (int i = 0; i < cells; i++) {
      kernel[i] = Math.exp(logKernel[i] - kernelMost);
    }
    double[] out = new double[cells];
    boolean inner = children.get(node).length > 0;
    for (int s = 0; s < cells; s++) {
      boolean possible = inner || (s >= firstCell[node] && s <= lastCell[node]);
      double sum = 0;
      for (int t = start; possible && t <= s; t++) {
        sum += kernel[s - t] * rest[t];
      }
      double own = inner ? up[node][s] : 0;
      out[s] = sum > 0 ? Math.log(sum) + own : Double.NEGATIVE_INFINITY;
    }
    return out;
  }

  /** The date of a tip of a known day. */
  double knownDate(int node) {
    return dates.get(node).map(SampleDate::middle).orElse(Double.NaN);
  }

  private static void addNormalised(double[] logs, double weight, double[][] sums, int node) {
    double most = max(logs);
    double total = 0;
    double[] values = new double[logs.length];
    for (int t = 0; t < logs.length; t++) {
      values[t] = Math.exp(logs[t] - most);
      total += values[t];
    }
    if (sums[node] == null) {
      sums[node] = new double[logs.length];
    }
    for (int t = 0; t < logs.length; t++) {
      sums[node][t] += weight * values[t] / total;
    }
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }
}
