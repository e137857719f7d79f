package org.firebreak.epidemic.alarm;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.firebreak.epidemic.alarm.Ears.Variant;
import org.jspecify.annotations.Nullable;

/** The methods by name, and the detector each stands for with the settings it is run with. */
public enum AlarmMethod {
  AUTO,
  C1,
  C2,
  C3,
  CUSUM,
  FARRINGTON,
  FARRINGTON_FLEXIBLE;

  /** Level of the Farrington methods unless told otherwise. */
  public static final double FARRINGTON_ALPHA = 0.005;

  public static final int WEEKS_PER_YEAR = 52;
  public static final int DAYS_PER_YEAR = 365;

  private static final int HALF_WINDOW = 3;
  private static final double MOST_CORRECTIONS = 0.05;

  /**
   * What a method is run with.
   *
   * @param weekly whether the automatic choice takes steps as weeks, otherwise as days
   * @param stepsPerYear of the Farrington methods, {@link #WEEKS_PER_YEAR} or {@link
   *     #DAYS_PER_YEAR}
   * @param alpha level of a false alarm per step, null for the method's own; not of CUSUM
   * @param years of history of the Farrington methods
   * @param k reference value of CUSUM
   * @param h decision limit of CUSUM
   */
  public record Parameters(
      boolean weekly, int stepsPerYear, @Nullable Double alpha, int years, double k, double h) {

    double alphaOr(double usual) {
      return alpha == null ? usual : alpha;
    }
  }

  /** The word used in commands and rules. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The method of a {@link #word}. */
  public static Optional<AlarmMethod> find(String word) {
    return Arrays.stream(values()).filter(method -> method.word().equals(word)).findFirst();
  }

  /** Whether the method takes a series as counts, a negative one being a correction. */
  public boolean takesAsCounts(double[] values) {
    return switch (this) {
      case C1, C2, C3 -> false;
      case CUSUM, FARRINGTON, FARRINGTON_FLEXIBLE -> true;
      case AUTO -> isCounts(values);
    };
  }

  /** Whether a series holds whole numbers only, at most a few of them negative. */
  public static boolean isCounts(double[] values) {
    int negative = (int) Arrays.stream(values).filter(v -> v < 0).count();
    return negative <= MOST_CORRECTIONS * values.length
        && Arrays.stream(values).allMatch(v -> Double.isNaN(v) || v == Math.rint(v));
  }

  /** The values with negative ones, which are corrections and no counts, left out. */
  public static double[] withoutCorrections(double[] values) {
    return Arrays.stream(values).map(v -> v < 0 ? Double.NaN : v).toArray();
  }

  /**
   * The detector for a series.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public Detector detector(Parameters p, double[] values) {
    return switch (this) {
      case AUTO -> automatic(p, values);
      case C1 -> Ears.of(Variant.C1, p.alphaOr(Variant.C1.usualAlpha()));
      case C2 -> Ears.of(Variant.C2, p.alphaOr(Variant.C2.usualAlpha()));
      case C3 -> Ears.of(Variant.C3, p.alphaOr(Variant.C3.usualAlpha()));
      case CUSUM -> new Cusum(p.k(), p.h(), Cusum.DEFAULT.watched());
      case FARRINGTON ->
          new Farrington(p.years(), HALF_WINDOW, p.stepsPerYear(), p.alphaOr(FARRINGTON_ALPHA));
      case FARRINGTON_FLEXIBLE -> flexible(p);
    };
  }

  private static Detector automatic(Parameters p, double[] values) {
    if (!isCounts(values)) {
      return Ears.of(Variant.C2, p.alphaOr(Variant.C2.usualAlpha()));
    }
    return p.weekly()
        ? NegativeBinomialDetector.weekly(p.alphaOr(NegativeBinomialDetector.WEEKLY_ALPHA))
        : NegativeBinomialDetector.daily(p.alphaOr(NegativeBinomialDetector.DAILY_ALPHA));
  }

  private static Detector flexible(Parameters p) {
    FarringtonFlexible usual = FarringtonFlexible.weekly(p.alphaOr(FARRINGTON_ALPHA));
    return new FarringtonFlexible(
        p.years(),
        usual.halfWindow(),
        usual.periods(),
        p.stepsPerYear(),
        usual.stepsLeftOut(),
        usual.weightsFrom(),
        usual.trendLevel(),
        usual.threshold(),
        usual.alpha());
  }

  /** What a series lacks if nothing of it could be assessed. */
  public String historyNeeded(Parameters p) {
    return switch (this) {
      case AUTO -> "needs about four weeks of daily or five months of weekly values";
      case C1 -> "needs seven values without a gap before";
      case C2 -> "needs nine values without a gap before";
      case C3 -> "needs eleven values without a gap before";
      case CUSUM -> "needs a history with at least one case";
      case FARRINGTON, FARRINGTON_FLEXIBLE ->
          "needs %d steps of history (--years %d)"
              .formatted(p.years() * p.stepsPerYear() + HALF_WINDOW, p.years());
    };
  }
}
