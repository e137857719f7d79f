package org.firebreak.cli.series;

/** Numbers as people write them. */
final class Numbers {

  private static final double EXACT_LONG = 1L << 53;

  private Numbers() {}

  /** A number without a needless decimal point. */
  static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < EXACT_LONG
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
