package org.firebreak.epidemic.forecast;

/**
 * The 23 probabilities at which forecast hubs exchange a distribution: 0.01, 0.025, 0.05 to 0.95 by
 * 0.05, 0.975, 0.99 (Cramer et al., Scientific Data 9, 2022, 462).
 */
public final class HubLevels {

  private static final double[] LEVELS = {
    0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75,
    0.8, 0.85, 0.9, 0.95, 0.975, 0.99
  };

  /** How many there are. */
  public static final int COUNT = LEVELS.length;

  /** Index of the median. */
  public static final int MEDIAN = COUNT / 2;

  /** Index of the lower end of the central 95 % interval; the upper one mirrors it. */
  public static final int LOWER_95 = 1;

  /** Index of the lower end of the central 80 % interval. */
  public static final int LOWER_80 = 3;

  /** Index of the lower end of the central 50 % interval. */
  public static final int LOWER_50 = 6;

  private HubLevels() {}

  /** The probability at an index. */
  public static double at(int index) {
    return LEVELS[index];
  }

  /** All of them, rising; a copy. */
  public static double[] all() {
    return LEVELS.clone();
  }
}
