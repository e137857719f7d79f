package org.firebreak.genome.fold.partition;

import java.util.Arrays;
import org.firebreak.genome.fold.score.PositionSet;

/**
 * The outside pass: from the last column to the first, over the states that the inside pass kept.
 * An outside weight is scaled so that inside times outside is a probability.
 */
final class OutsideScan {

  private final InsideScan scan;
  private final WeightStore pairs;
  private final WeightStore many;
  private final WeightStore branches;
  private final Levels levels;
  private final int length;

  private final double[] prefixOutside;
  private final double[] branchOutside;
  private final double[] manyOutside;

  /** Outside of the multiloops that wait, by left end, relative to {@link #waitingLevel}. */
  private final double[] waiting;

  private double waitingLevel;
  private final PositionSet waits;
  private final double[] leftScale = new double[Levels.LAG];

  OutsideScan(InsideScan scan) {
    this.scan = scan;
    pairs = scan.pairs;
    many = scan.manyBranches;
    branches = scan.branches;
    levels = scan.levels;
    length = scan.length;
    prefixOutside = new double[length + 1];
    branchOutside = new double[length];
    manyOutside = new double[length];
    waiting = new double[length];
    waits = new PositionSet(length);
  }

  /** Fills the outside weights of all kept pairs. */
  void run() {
    pairs.openOutside();
    branches.openOutside();
    scan.kernel.clear();
    prefixOutside[length] = 1 / scan.prefix[length];
    waitingLevel = levels.get(length);
    for (int j = length - 1; j >= 0; j--) {
      scan.kernel.enterColumn(j);
      clearRing(j + 32);
      fromPrefix(j);
      fromBranches(j);
      fromManyBranches(j);
      fromEnclosing(j);
      toWaiting(j);
    }
  }

  private void clearRing(int column) {
    if (column < length) {
      for (int at = pairs.start(column); at < pairs.end(column); at++) {
        scan.kernel.put(pairs.left(at), column, 0);
      }
    }
  }

  private void fromPrefix(int j) {
    double after = prefixOutside[j + 1];
    if (!scan.demands.at(j)) {
      prefixOutside[j] += after * levels.ratio(j, j + 1);
    }
    double[] outside = pairs.outsides();
    for (int at = pairs.start(j); at < pairs.end(j); at++) {
      int i = pairs.left(at);
      double exterior = scan.exterior(i, j) * after;
      outside[at] += scan.prefix[i] * exterior;
      prefixOutside[i] += pairs.insides()[at] * exterior;
    }
  }

  /** Branches of this column, from those of the next and from joins; then what they are made of. */
  private void fromBranches(int j) {
    double[] outside = branches.outsides();
    if (j < length - 1) {
      double step = scan.demands.at(j + 1) ? 0 : levels.ratio(j + 1, j + 2);
      for (int at = branches.start(j); at < branches.end(j); at++) {
        outside[at] += branchOutside[branches.left(at)] * step;
      }
      for (int at = branches.start(j + 1); at < branches.end(j + 1); at++) {
        branchOutside[branches.left(at)] = 0;
      }
    }
    for (int at = branches.start(j); at < branches.end(j); at++) {
      branchOutside[branches.left(at)] = outside[at];
    }
    double[] pairOutside = pairs.outsides();
    for (int at = pairs.start(j); at < pairs.end(j) && j < length - 1; at++) {
      int i = pairs.left(at);
      pairOutside[at] += branchOutside[i] * scan.branch(i, j);
    }
  }

  private void fromManyBranches(int j) {
    double scale = Math.exp(levels.get(j + 1) - waitingLevel);
    for (int at = many.start(j); at < many.end(j); at++) {
      int p = many.left(at);
      levels.leftOf(p, leftScale);
      double sum = 0;
      for (int i = scan.firstClosing(p); i < p; i++) {
        sum += waiting[i] * leftScale[i - p + Levels.LAG];
      }
      manyOutside[p] = branchOutside[p] + sum * scale;
    }
    double[] pairOutside = pairs.outsides();
    double[] before = branches.outsides();
    double[] inside = branches.insides();
    int[] left = branches.lefts();
    for (int at = pairs.start(j); at < pairs.end(j) && j < length - 1; at++) {
      int k = pairs.left(at);
      if (k < 2) {
        continue;
      }
      double branch = scan.branch(k, j);
      double last = pairs.insides()[at] * branch;
      double sum = 0;
      int end = branches.end(k - 1);
      for (int b = branches.start(k - 1); b < end; b++) {
        double outside = manyOutside[left[b]];
        sum += outside * inside[b];
        before[b] += outside * last;
      }
      pairOutside[at] += sum * branch;
    }
    for (int at = many.start(j); at < many.end(j); at++) {
      manyOutside[many.left(at)] = 0;
    }
  }

  private void fromEnclosing(int j) {
    double[] outside = pairs.outsides();
    for (int at = pairs.start(j); at < pairs.end(j); at++) {
      outside[at] += scan.kernel.pull(pairs.left(at), j);
    }
    for (int at = pairs.start(j); at < pairs.end(j); at++) {
      scan.kernel.put(pairs.left(at), j, outside[at]);
    }
  }

  /** What waits for a closing base in this column, unless it was dropped here. */
  private void toWaiting(int j) {
    for (int i : scan.dropped[j]) {
      waiting[i] = 0;
    }
    if (scan.demands.at(j)) {
      Arrays.fill(waiting, 0);
    }
    if (waitingLevel - levels.get(j + 1) > 60) {
      double factor = Math.exp(levels.get(j + 1) - waitingLevel);
      for (int i = 0; i < length; i++) {
        waiting[i] *= factor;
      }
      waitingLevel = levels.get(j + 1);
    }
    double scale = Math.exp(waitingLevel - levels.get(j + 1));
    for (int i : scan.dropped[j]) {
      waits.add(i);
    }
    for (int at = pairs.start(j); at < pairs.end(j); at++) {
      int i = pairs.left(at);
      if (!waits.contains(i)) {
        waiting[i] += pairs.outsides()[at] * scan.closing(i, j) * scale;
      }
    }
    for (int i : scan.dropped[j]) {
      waits.remove(i);
    }
  }
}
