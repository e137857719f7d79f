package org.firebreak.epidemic.scan;

/** What is expected per step and place where there is no cluster, up to a common factor. */
public final class Baselines {

  private Baselines() {}

  /** A step's cases shared among the places as all cases are: space and time independent. */
  public static double[][] byMargins(CountGrid grid) {
    double[] stepTotals = new double[grid.steps()];
    double[] placeTotals = new double[grid.places()];
    for (int t = 0; t < grid.steps(); t++) {
      for (int place = 0; place < grid.places(); place++) {
        stepTotals[t] += grid.cases()[t][place];
        placeTotals[place] += grid.cases()[t][place];
      }
    }
    double[][] baseline = new double[grid.steps()][grid.places()];
    double total = grid.total();
    for (int t = 0; t < grid.steps(); t++) {
      for (int place = 0; place < grid.places(); place++) {
        baseline[t][place] = total == 0 ? 0 : stepTotals[t] * (placeTotals[place] / total);
      }
    }
    return baseline;
  }

  /**
   * As many cases in each step, shared among the places by population.
   *
   * @param population people per [step][place]
   * @throws IllegalArgumentException if a step has nobody
   */
  public static double[][] byPopulation(double[][] population) {
    double[][] baseline = new double[population.length][];
    for (int t = 0; t < population.length; t++) {
      double sum = java.util.Arrays.stream(population[t]).sum();
      if (!(sum > 0)) {
        throw new IllegalArgumentException("Step " + t + " has no population");
      }
      baseline[t] = java.util.Arrays.stream(population[t]).map(p -> p / sum).toArray();
    }
    return baseline;
  }
}
