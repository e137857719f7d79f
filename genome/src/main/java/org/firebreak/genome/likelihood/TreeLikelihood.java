package org.firebreak.genome.likelihood;

/**
 * The likelihood of a tree by pruning (Felsenstein 1981), and from both sides of every branch.
 *
 * <p>down[v][i][p] is the likelihood of what is below v if v has base i, for column kind p;
 * message[v] = P(length v) down[v]; above[v] is that of everything else, seen from v's parent. On a
 * branch, the likelihood of column p is Σ over k of c(p,k) e^(λ(k) t): after c is made, a Newton
 * step costs ten operations a column. Arrays are by base, so the compiler's vector loops run along
 * the columns. Small numbers are scaled by 2^512, counted a node and column.
 *
 * <p>Memory: 96 bytes a column kind and inner node. For one thread.
 */
final class TreeLikelihood {

  static final double SHORTEST = 1e-7;
  static final double LONGEST = 5;
  private static final double SMALL = 0x1p-512;
  private static final double LOG_SMALL = -512 * Math.log(2);

  private final Topology tree;
  private final SitePatterns patterns;
  private final int size;
  private final double[][][] down;
  private final double[][][] message;
  private final double[][][] above;
  private final int[][] scales;
  private final double[][] coefficients = new double[4][];
  private final double[] likelihoods;
  private SubstitutionModel model;

  TreeLikelihood(Topology tree, SitePatterns patterns, SubstitutionModel model) {
    this.tree = tree;
    this.patterns = patterns;
    this.model = model;
    this.size = patterns.size();
    this.down = new double[tree.size()][][];
    this.message = new double[tree.size()][4][size];
    this.above = new double[tree.size()][][];
    this.scales = new int[tree.size()][];
    this.likelihoods = new double[size];
    for (int k = 0; k < 4; k++) {
      coefficients[k] = new double[size];
    }
    for (int node = tree.tips; node < tree.size(); node++) {
      down[node] = new double[4][size];
      above[node] = new double[4][size];
    }
  }

  void setModel(SubstitutionModel other) {
    model = other;
  }

  SubstitutionModel model() {
    return model;
  }

  /** Computes all messages from the tips to the root; the log-likelihood. */
  double evaluate() {
    int[] order = tree.preorder();
    for (int i = order.length - 1; i >= 0; i--) {
      refresh(order[i]);
    }
    double sum = 0;
    double[][] at = down[tree.root];
    int[] scale = scales[tree.root];
    for (int p = 0; p < size; p++) {
      double likelihood = 0;
      for (int i = 0; i < 4; i++) {
        likelihood += model.frequency(i) * at[i][p];
      }
      double logs = Math.log(likelihood) + (scale == null ? 0 : scale[p] * LOG_SMALL);
      sum += patterns.weight(p) * logs;
    }
    return sum;
  }

  /** Recomputes down and message of a node from its children's messages. */
  private void refresh(int node) {
    if (!tree.isTip(node)) {
      int[] below = tree.children[node];
      double[][] out = down[node];
      for (int i = 0; i < 4; i++) {
        multiply(message[below[0]][i], message[below[1]][i], out[i]);
        for (int n = 2; n < below.length; n++) {
          multiply(out[i], message[below[n]][i], out[i]);
        }
      }
      rescale(node);
    }
    if (node != tree.root) {
      send(node);
    }
  }

  private static void multiply(double[] a, double[] b, double[] out) {
    for (int p = 0; p < out.length; p++) {
      out[p] = a[p] * b[p];
    }
  }

  private void rescale(int node) {
    int[] sum = null;
    for (int child : tree.children[node]) {
      if (scales[child] != null) {
        sum = sum == null ? scales[child].clone() : add(sum, scales[child]);
      }
    }
    double[][] at = down[node];
    for (int p = 0; p < size; p++) {
      if (at[0][p] + at[1][p] + at[2][p] + at[3][p] < SMALL) {
        sum = sum == null ? new int[size] : sum;
        sum[p]++;
        for (int i = 0; i < 4; i++) {
          at[i][p] /= SMALL;
        }
      }
    }
    scales[node] = sum;
  }

  private static int[] add(int[] a, int[] b) {
    for (int p = 0; p < a.length; p++) {
      a[p] += b[p];
    }
    return a;
  }

  /** message = P(length) down. */
  private void send(int node) {
    double[] t = model.transition(tree.length[node]);
    double[][] out = message[node];
    if (tree.isTip(node)) {
      double[][] bySet = new double[4][16];
      for (int i = 0; i < 4; i++) {
        for (int set = 1; set < 16; set++) {
          for (int j = 0; j < 4; j++) {
            bySet[i][set] += (set >> j & 1) * t[4 * i + j];
          }
        }
      }
      byte[] codes = patterns.codes(node);
      for (int i = 0; i < 4; i++) {
        double[] row = bySet[i];
        double[] target = out[i];
        for (int p = 0; p < target.length; p++) {
          target[p] = row[codes[p]];
        }
      }
      return;
    }
    for (int i = 0; i < 4; i++) {
      combine(t[4 * i], t[4 * i + 1], t[4 * i + 2], t[4 * i + 3], down[node], out[i]);
    }
  }

  private static void combine(double a, double b, double c, double d, double[][] in, double[] out) {
    double[] x = in[0];
    double[] y = in[1];
    double[] z = in[2];
    double[] w = in[3];
    for (int p = 0; p < out.length; p++) {
      out[p] = a * x[p] + b * y[p] + c * z[p] + d * w[p];
    }
  }

  /**
   * What a node's parent knows without the node: the messages of its siblings, and what comes from
   * above the parent.
   */
  private void lookUp(int node, double[][] out) {
    int parent = tree.parent[node];
    boolean started = false;
    if (parent != tree.root) {
      // The model is reversible, so the same matrix leads down as up.
      double[] t = model.transition(tree.length[parent]);
      for (int i = 0; i < 4; i++) {
        combine(t[4 * i], t[4 * i + 1], t[4 * i + 2], t[4 * i + 3], above[parent], out[i]);
      }
      started = true;
    }
    for (int sibling : tree.children[parent]) {
      if (sibling == node) {
        continue;
      }
      for (int i = 0; i < 4; i++) {
        if (started) {
          multiply(out[i], message[sibling][i], out[i]);
        } else {
          System.arraycopy(message[sibling][i], 0, out[i], 0, size);
        }
      }
      started = true;
    }
    protect(out);
  }

  /** Only ratios count here, so each column may be scaled freely. */
  private void protect(double[][] out) {
    for (int p = 0; p < size; p++) {
      if (out[0][p] + out[1][p] + out[2][p] + out[3][p] < SMALL) {
        for (int i = 0; i < 4; i++) {
          out[i][p] /= SMALL;
        }
      }
    }
  }

  private final double[][] scratch = new double[4][];

  private double[][] scratch() {
    for (int i = 0; i < 4; i++) {
      if (scratch[i] == null) {
        scratch[i] = new double[size];
      }
    }
    return scratch;
  }

  /** One pass over all branches, each set to its best length with the others as they are. */
  void smooth() {
    int[] next = new int[tree.size()];
    int node = tree.root;
    while (node >= 0) {
      if (next[node] < tree.children[node].length) {
        int child = tree.children[node][next[node]++];
        double[][] up = tree.isTip(child) ? scratch() : above[child];
        lookUp(child, up);
        tree.length[child] = bestLength(up, child, tree.length[child]);
        if (tree.isTip(child)) {
          send(child);
        } else {
          node = child;
        }
      } else {
        if (node != tree.root) {
          refresh(node);
        }
        node = tree.parent[node];
      }
    }
  }

  private double bestLength(double[][] up, int node, double start) {
    if (tree.isTip(node)) {
      tipCoefficients(up, patterns.codes(node));
    } else {
      coefficients(up, down[node]);
    }
    return newton(start);
  }

  /** c(p,k) = (Σ π up left(k)) (Σ right(k) down). */
  private void coefficients(double[][] up, double[][] below) {
    for (int k = 0; k < 4; k++) {
      double[] c = coefficients[k];
      double u0 = model.frequency(0) * model.left(0, k);
      double u1 = model.frequency(1) * model.left(1, k);
      double u2 = model.frequency(2) * model.left(2, k);
      double u3 = model.frequency(3) * model.left(3, k);
      double d0 = model.right(k, 0);
      double d1 = model.right(k, 1);
      double d2 = model.right(k, 2);
      double d3 = model.right(k, 3);
      double[] a0 = up[0];
      double[] a1 = up[1];
      double[] a2 = up[2];
      double[] a3 = up[3];
      double[] b0 = below[0];
      double[] b1 = below[1];
      double[] b2 = below[2];
      double[] b3 = below[3];
      for (int p = 0; p < c.length; p++) {
        c[p] =
            (u0 * a0[p] + u1 * a1[p] + u2 * a2[p] + u3 * a3[p])
                * (d0 * b0[p] + d1 * b1[p] + d2 * b2[p] + d3 * b3[p]);
      }
    }
  }

  private void tipCoefficients(double[][] up, byte[] codes) {
    for (int k = 0; k < 4; k++) {
      double[] bySet = new double[16];
      for (int set = 1; set < 16; set++) {
        for (int j = 0; j < 4; j++) {
          bySet[set] += (set >> j & 1) * model.right(k, j);
        }
      }
      double[] c = coefficients[k];
      for (int i = 0; i < 4; i++) {
        double u = model.frequency(i) * model.left(i, k);
        double[] a = up[i];
        if (i == 0) {
          for (int p = 0; p < c.length; p++) {
            c[p] = u * a[p];
          }
        } else {
          for (int p = 0; p < c.length; p++) {
            c[p] += u * a[p];
          }
        }
      }
      for (int p = 0; p < c.length; p++) {
        c[p] *= bySet[codes[p]];
      }
    }
  }

  /** The length with the highest likelihood for the present coefficients. */
  private double newton(double start) {
    double t = Math.max(SHORTEST, start);
    double low = SHORTEST;
    double high = LONGEST;
    double[] slopes = new double[2];
    derivatives(SHORTEST, slopes);
    if (slopes[0] <= 0) {
      return SHORTEST;
    }
    for (int step = 0; step < 12; step++) {
      derivatives(t, slopes);
      if (slopes[0] > 0) {
        low = t;
      } else {
        high = t;
      }
      double next = slopes[1] < 0 ? t - slopes[0] / slopes[1] : slopes[0] > 0 ? 2 * t : t / 2;
      if (!(next > low && next < high)) {
        next = slopes[0] > 0 ? Math.min(4 * t, (t + high) / 2) : (low + t) / 2;
      }
      if (Math.abs(next - t) < 1e-3 * t) {
        return next;
      }
      t = next;
    }
    return t;
  }

  /** First and second derivative of the log-likelihood in the length. */
  private void derivatives(double t, double[] out) {
    double e0 = Math.exp(model.value(0) * t);
    double e1 = Math.exp(model.value(1) * t);
    double e2 = Math.exp(model.value(2) * t);
    double e3 = Math.exp(model.value(3) * t);
    double v0 = model.value(0);
    double v1 = model.value(1);
    double v2 = model.value(2);
    double v3 = model.value(3);
    double[] c0 = coefficients[0];
    double[] c1 = coefficients[1];
    double[] c2 = coefficients[2];
    double[] c3 = coefficients[3];
    double[] weights = patterns.weights();
    double first = 0;
    double second = 0;
    for (int p = 0; p < size; p++) {
      double x0 = c0[p] * e0;
      double x1 = c1[p] * e1;
      double x2 = c2[p] * e2;
      double x3 = c3[p] * e3;
      double inverse = 1 / (x0 + x1 + x2 + x3);
      double d1 = (v0 * x0 + v1 * x1 + v2 * x2 + v3 * x3) * inverse;
      double d2 = (v0 * v0 * x0 + v1 * v1 * x1 + v2 * v2 * x2 + v3 * v3 * x3) * inverse;
      first += weights[p] * d1;
      second += weights[p] * (d2 - d1 * d1);
    }
    out[0] = first;
    out[1] = second;
  }

  /** Log-likelihood for the present coefficients, up to what scaling took. */
  private double logLikelihood(double t) {
    double[] weights = patterns.weights();
    double[] decay = new double[4];
    for (int k = 0; k < 4; k++) {
      decay[k] = Math.exp(model.value(k) * t);
    }
    double sum = 0;
    for (int p = 0; p < size; p++) {
      likelihoods[p] =
          coefficients[0][p] * decay[0]
              + coefficients[1][p] * decay[1]
              + coefficients[2][p] * decay[2]
              + coefficients[3][p] * decay[3];
    }
    for (int p = 0; p < size; p++) {
      sum += weights[p] * Math.log(Math.max(Double.MIN_NORMAL, likelihoods[p]));
    }
    return sum;
  }

  /**
   * What exchanging a child of an inner node with one of its siblings would gain, the branch
   * between them at its best length. Needs {@link #smooth} before.
   *
   * @return gain in log-likelihood; out[0] the new length
   */
  double exchangeGain(int node, int child, int sibling, double[] out) {
    double[][] up = above[node];
    coefficients(up, down[node]);
    double now = logLikelihood(tree.length[node]);
    int kept = tree.children[node][0] == child ? tree.children[node][1] : tree.children[node][0];
    double[][] newDown = new double[4][size];
    double[][] newUp = new double[4][size];
    for (int i = 0; i < 4; i++) {
      multiply(message[kept][i], message[sibling][i], newDown[i]);
      double[] before = up[i];
      double[] leaving = message[sibling][i];
      double[] coming = message[child][i];
      double[] target = newUp[i];
      for (int p = 0; p < size; p++) {
        target[p] = leaving[p] > 0 ? before[p] / leaving[p] * coming[p] : 0;
      }
    }
    coefficients(newUp, newDown);
    double best = newton(Math.max(tree.length[node], 1e-5));
    out[0] = best;
    return logLikelihood(best) - now;
  }
}
