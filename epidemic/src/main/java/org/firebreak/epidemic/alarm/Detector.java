package org.firebreak.epidemic.alarm;

/**
 * A method that looks for unusually high values. Stateless: the same series gives the same
 * assessment, for any number of threads.
 */
public interface Detector {

  /**
   * Assesses the steps from an index on, each from what came before it.
   *
   * @param values one value per step, NaN where there is none
   * @param from first step to assess; earlier ones serve as history only
   */
  Assessment assess(double[] values, int from);

  /** Assesses every step that has enough history. */
  default Assessment assess(double[] values) {
    return assess(values, 0);
  }
}
