package org.firebreak.genome.origin;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.tree.Phylogeny;

/**
 * Places of ancestors ("mugration"): the place changes along a branch of length t like a letter of
 * a sequence, to place j with probability (1 - e^(-μt)) π_j and staying with e^(-μt) on top (the
 * equal-input model; π the places' shares among the samples, μ by maximum likelihood). Two passes
 * (Felsenstein's pruning and back) give every node's probabilities, exactly: O(nodes times places).
 * The most probable joint history (Pupko et al. 2000) gives the introductions.
 *
 * <p>Sampling differs between places, and shares follow it: read the probabilities with that in
 * mind.
 */
public final class PlaceModel {

  private static final double GOLDEN = 0.381966;

  private final Phylogeny tree;
  private final double[] lengths;
  private final String[] places;
  private final int[] states;
  private final double[] shares;
  private final List<int[]> children;

  private PlaceModel(
      Phylogeny tree, double[] lengths, String[] places, int[] states, double[] shares) {
    this.tree = tree;
    this.lengths = lengths;
    this.places = places;
    this.states = states;
    this.shares = shares;
    this.children = tree.children();
  }

  /**
   * What was found.
   *
   * @param places names, in order
   * @param probabilities by node and place
   * @param best by node: the most probable joint history, as indices of places
   * @param rate changes a unit of branch length
   * @param logLikelihood at that rate
   */
  @SuppressWarnings("ArrayRecordComponent") // a result, never compared
  public record Result(
      String[] places, double[][] probabilities, int[] best, double rate, double logLikelihood) {

    /** Introductions (from, to): changes of place along branches of the joint history. */
    public int[][] introductions(Phylogeny tree) {
      int[][] counts = new int[places.length][places.length];
      for (int i = 1; i < tree.size(); i++) {
        if (best[i] != best[tree.parent()[i]]) {
          counts[best[tree.parent()[i]]][best[i]]++;
        }
      }
      return counts;
    }
  }

  /**
   * Finds the places of all nodes.
   *
   * @param lengths of branches, for example years; none negative
   * @param placeOf by node; empty where unknown
   * @throws DataException if fewer than two places are named
   */
  public static Result run(Phylogeny tree, double[] lengths, String[] placeOf) {
    TreeSet<String> names = new TreeSet<>(Arrays.asList(placeOf));
    names.remove("");
    if (names.size() < 2) {
      throw new DataException(
          "places-few", "The samples name " + names.size() + " place(s); at least 2 are needed");
    }
    String[] places = names.toArray(String[]::new);
    int[] states = new int[placeOf.length];
    double[] shares = new double[places.length];
    double known = 0;
    for (int i = 0; i < states.length; i++) {
      states[i] = placeOf[i].isEmpty() ? -1 : Arrays.binarySearch(places, placeOf[i]);
      if (states[i] >= 0) {
        shares[states[i]]++;
        known++;
      }
    }
    for (int k = 0; k < shares.length; k++) {
      shares[k] = (shares[k] + 1) / (known + places.length);
    }
    return new PlaceModel(tree, lengths, places, states, shares).fit();
  }

  private Result fit() {
    double total = Arrays.stream(lengths).filter(length -> length > 0).sum();
    double typical = Math.max(1e-12, total / tree.size());
    double a = Math.log(0.001 / typical);
    double b = Math.log(20 / typical);
    double[][] up = new double[tree.size()][places.length];
    double x = a + GOLDEN * (b - a);
    double y = b - GOLDEN * (b - a);
    double fx = upwards(Math.exp(x), up);
    double fy = upwards(Math.exp(y), up);
    while (b - a > 0.01) {
      if (fx > fy) {
        b = y;
        y = x;
        fy = fx;
        x = a + GOLDEN * (b - a);
        fx = upwards(Math.exp(x), up);
      } else {
        a = x;
        x = y;
        fx = fy;
        y = b - GOLDEN * (b - a);
        fy = upwards(Math.exp(y), up);
      }
    }
    double rate = Math.exp((a + b) / 2);
    double logLikelihood = upwards(rate, up);
    return new Result(places, marginals(rate, up), joint(rate), rate, logLikelihood);
  }

  private double stay(int node, double rate) {
    return Math.exp(-rate * Math.max(0, lengths[node]));
  }

  /** Pruning; up[v][k] is the likelihood of what is below v if v is in place k, scaled. */
  private double upwards(double rate, double[][] up) {
    int k = places.length;
    double logs = 0;
    for (double[] row : up) {
      Arrays.fill(row, 1);
    }
    for (int node = tree.size() - 1; node >= 0; node--) {
      double[] own = up[node];
      double most = 0;
      for (int i = 0; i < k; i++) {
        own[i] = states[node] >= 0 && states[node] != i ? 0 : own[i];
        most = Math.max(most, own[i]);
      }
      for (int i = 0; i < k; i++) {
        own[i] /= most;
      }
      logs += Math.log(most);
      if (node > 0) {
        double[] message = message(own, stay(node, rate));
        double[] above = up[tree.parent()[node]];
        for (int i = 0; i < k; i++) {
          above[i] *= message[i];
        }
        rescueUnderflow(above);
      }
    }
    double sum = 0;
    for (int i = 0; i < k; i++) {
      sum += shares[i] * up[0][i];
    }
    return logs + Math.log(sum) + rescued();
  }

  private double rescuedLogs;

  private double rescued() {
    double logs = rescuedLogs;
    rescuedLogs = 0;
    return logs;
  }

  /** A node with many children would multiply to nothing. */
  private void rescueUnderflow(double[] row) {
    double most = 0;
    for (double value : row) {
      most = Math.max(most, value);
    }
    if (most < 1e-100) {
      rescuedLogs += Math.log(most);
      for (int i = 0; i < row.length; i++) {
        row[i] /= most;
      }
    }
  }

  private double[] message(double[] own, double stay) {
    double mean = 0;
    for (int i = 0; i < own.length; i++) {
      mean += shares[i] * own[i];
    }
    double[] message = new double[own.length];
    for (int i = 0; i < own.length; i++) {
      message[i] = stay * own[i] + (1 - stay) * mean;
    }
    return message;
  }

  private double[][] marginals(double rate, double[][] up) {
    int k = places.length;
    double[][] whole = new double[tree.size()][k];
    for (int node = 0; node < tree.size(); node++) {
      double[] prior = node == 0 ? shares : fromAbove(node, rate, whole, up);
      double sum = 0;
      for (int i = 0; i < k; i++) {
        whole[node][i] = prior[i] * up[node][i];
        sum += whole[node][i];
      }
      for (int i = 0; i < k; i++) {
        whole[node][i] /= sum;
      }
    }
    return whole;
  }

  private double[] fromAbove(int node, double rate, double[][] whole, double[][] up) {
    double stay = stay(node, rate);
    double[] message = message(up[node], stay);
    double[] above = whole[tree.parent()[node]];
    double sum = 0;
    double[] rest = new double[above.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = message[i] > 0 ? above[i] / message[i] : 0;
      sum += rest[i];
    }
    for (int i = 0; i < rest.length; i++) {
      rest[i] = stay * rest[i] + (1 - stay) * shares[i] * sum;
    }
    return rest;
  }

  /** The joint history of the highest probability. */
  private int[] joint(double rate) {
    int k = places.length;
    double[][] best = new double[tree.size()][k];
    for (int node = tree.size() - 1; node >= 0; node--) {
      for (int i = 0; i < k; i++) {
        if (states[node] >= 0 && states[node] != i) {
          best[node][i] = Double.NEGATIVE_INFINITY;
        }
      }
      for (int child : children.get(node)) {
        double stay = stay(child, rate);
        int move = bestMove(best[child], stay);
        for (int i = 0; i < k; i++) {
          best[node][i] += Math.max(remain(best[child], stay, i), moved(best[child], stay, move));
        }
      }
    }
    int[] history = new int[tree.size()];
    for (int node = 0; node < tree.size(); node++) {
      if (node == 0) {
        for (int i = 1; i < k; i++) {
          double candidate = best[0][i] + Math.log(shares[i]);
          history[0] =
              candidate > best[0][history[0]] + Math.log(shares[history[0]]) ? i : history[0];
        }
        continue;
      }
      int above = history[tree.parent()[node]];
      double stay = stay(node, rate);
      int move = bestMove(best[node], stay);
      boolean stays = remain(best[node], stay, above) >= moved(best[node], stay, move);
      history[node] = stays ? above : move;
    }
    return history;
  }

  private double remain(double[] row, double stay, int i) {
    return row[i] + Math.log(stay + (1 - stay) * shares[i]);
  }

  private double moved(double[] row, double stay, int i) {
    return row[i] + Math.log((1 - stay) * shares[i]);
  }

  private int bestMove(double[] row, double stay) {
    int move = 0;
    for (int i = 1; i < row.length; i++) {
      move = moved(row, stay, i) > moved(row, stay, move) ? i : move;
    }
    return move;
  }
}
