package org.firebreak.epidemic.forecast;

import java.util.Arrays;
import java.util.Optional;

/** Fills gaps inside a series by straight lines; the methods need every step. */
public final class Interpolation {

  private Interpolation() {}

  /**
   * A series without gaps.
   *
   * @param values NaN where nothing is known
   * @return from the first to the last known value, gaps between them filled; nothing if none is
   *     known
   */
  public static Optional<Filled> fill(double[] values) {
    int first = 0;
    int end = values.length;
    while (first < end && Double.isNaN(values[first])) {
      first++;
    }
    while (end > first && Double.isNaN(values[end - 1])) {
      end--;
    }
    if (first == end) {
      return Optional.empty();
    }
    double[] filled = Arrays.copyOfRange(values, first, end);
    int known = 0;
    for (int i = 1; i < filled.length; i++) {
      if (Double.isNaN(filled[i])) {
        continue;
      }
      for (int k = known + 1; k < i; k++) {
        double share = (double) (k - known) / (i - known);
        filled[k] = filled[known] * (1 - share) + filled[i] * share;
      }
      known = i;
    }
    return Optional.of(new Filled(first, filled));
  }

  /**
   * A series without gaps.
   *
   * @param first index of its first value in the series it came from
   * @param values finite values
   */
  @SuppressWarnings("ArrayRecordComponent") // A carrier between kernels, never compared.
  public record Filled(int first, double[] values) {}
}
