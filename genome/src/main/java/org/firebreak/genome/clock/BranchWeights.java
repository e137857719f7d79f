package org.firebreak.genome.clock;

import org.firebreak.genome.tree.Phylogeny;

/**
 * Variance of a root-to-tip regression: the slope is the sum over branches of length times W, W the
 * sum of (t - mean t) / Σ(t - mean t)² over the tips below; the mean distance likewise with the
 * share of tips below. Substitutions of a branch are Poisson, so its variance is its number.
 *
 * @param centre mean date of the tips used
 * @param slopeVariance of the rate, per site and year, squared
 * @param meanVariance of the mean distance
 * @param covariance of the two
 */
record BranchWeights(double centre, double slopeVariance, double meanVariance, double covariance) {

  static BranchWeights of(Phylogeny tree, double[] dates, double sites) {
    int n = 0;
    double sum = 0;
    for (double date : dates) {
      if (!Double.isNaN(date)) {
        n++;
        sum += date;
      }
    }
    double centre = sum / n;
    double spread = 0;
    for (double date : dates) {
      spread += Double.isNaN(date) ? 0 : (date - centre) * (date - centre);
    }
    double[] slopeWeight = new double[tree.size()];
    double[] meanWeight = new double[tree.size()];
    double slope = 0;
    double mean = 0;
    double both = 0;
    for (int i = tree.size() - 1; i > 0; i--) {
      if (!Double.isNaN(dates[i])) {
        slopeWeight[i] += (dates[i] - centre) / spread;
        meanWeight[i] += 1.0 / n;
      }
      double variance = Math.max(0, tree.length(i)) / sites;
      slope += variance * slopeWeight[i] * slopeWeight[i];
      mean += variance * meanWeight[i] * meanWeight[i];
      both += variance * slopeWeight[i] * meanWeight[i];
      slopeWeight[tree.parent()[i]] += slopeWeight[i];
      meanWeight[tree.parent()[i]] += meanWeight[i];
    }
    return new BranchWeights(centre, slope, mean, both);
  }
}
