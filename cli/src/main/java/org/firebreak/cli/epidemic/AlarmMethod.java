package org.firebreak.cli.epidemic;

import java.util.Arrays;
import java.util.Locale;
import org.firebreak.base.error.UserException;
import org.firebreak.cli.series.Cadence;
import org.firebreak.epidemic.alarm.Cusum;
import org.firebreak.epidemic.alarm.Detector;
import org.firebreak.epidemic.alarm.Ears;
import org.firebreak.epidemic.alarm.Ears.Variant;
import org.firebreak.epidemic.alarm.Farrington;
import org.firebreak.epidemic.alarm.FarringtonFlexible;
import org.firebreak.epidemic.alarm.NegativeBinomialDetector;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The methods of the command and the detector each stands for. */
enum AlarmMethod {
  AUTO,
  C1,
  C2,
  C3,
  CUSUM,
  FARRINGTON,
  FARRINGTON_FLEXIBLE;

  private static final double FARRINGTON_ALPHA = 0.005;
  private static final int WEEKS_PER_YEAR = 52;
  private static final int DAYS_PER_YEAR = 365;
  private static final int HALF_WINDOW = 3;
  private static final int WATCHED = 61;
  private static final double MOST_CORRECTIONS = 0.05;

  /**
   * What the options say.
   *
   * @param cadence of the file
   * @param alpha level, null for the method's own
   * @param years of history of the Farrington methods
   * @param k cusum's reference value
   * @param h cusum's limit
   */
  record Parameters(Cadence cadence, @Nullable Double alpha, int years, double k, double h) {

    double alphaOr(double usual) {
      return alpha == null ? usual : alpha;
    }

    int stepsPerYear() {
      return cadence == Cadence.DAY ? DAYS_PER_YEAR : WEEKS_PER_YEAR;
    }
  }

  /** Whether the method takes a series as counts, a negative one being a correction. */
  boolean takesAsCounts(double[] values) {
    return switch (this) {
      case C1, C2, C3 -> false;
      case CUSUM, FARRINGTON, FARRINGTON_FLEXIBLE -> true;
      case AUTO -> counts(values);
    };
  }

  /** Whether a series holds whole numbers only, at most a few of them negative. */
  static boolean counts(double[] values) {
    int negative = (int) Arrays.stream(values).filter(v -> v < 0).count();
    return negative <= MOST_CORRECTIONS * values.length
        && Arrays.stream(values).allMatch(v -> Double.isNaN(v) || v == Math.rint(v));
  }

  /** The detector for a series. */
  Detector detector(Parameters p, double[] values) {
    try {
      return switch (this) {
        case AUTO -> automatic(p, values);
        case C1, C2, C3 -> ears(Variant.valueOf(name()), p);
        case CUSUM -> new Cusum(p.k(), p.h(), WATCHED);
        case FARRINGTON ->
            new Farrington(p.years(), HALF_WINDOW, p.stepsPerYear(), p.alphaOr(FARRINGTON_ALPHA));
        case FARRINGTON_FLEXIBLE -> flexible(p);
      };
    } catch (IllegalArgumentException e) {
      throw new UserException("alarm-options", String.valueOf(e.getMessage()), e);
    }
  }

  private static Detector automatic(Parameters p, double[] values) {
    if (!counts(values)) {
      return ears(Variant.C2, p);
    }
    return p.cadence() == Cadence.WEEK
        ? NegativeBinomialDetector.weekly(p.alphaOr(NegativeBinomialDetector.WEEKLY_ALPHA))
        : NegativeBinomialDetector.daily(p.alphaOr(NegativeBinomialDetector.DAILY_ALPHA));
  }

  private static Detector ears(Variant variant, Parameters p) {
    return Ears.of(variant, p.alphaOr(variant.usualAlpha()));
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
  String historyNeeded(Parameters p) {
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

  /** Reads a method as the command writes it. */
  static final class Converter implements CommandLine.ITypeConverter<AlarmMethod> {
    @Override
    public AlarmMethod convert(String text) {
      String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
      return Arrays.stream(values())
          .filter(method -> method.name().equals(name))
          .findFirst()
          .orElseThrow(() ->
              new CommandLine.TypeConversionException(
                  "'%s' is not one of auto, c1, c2, c3, cusum, farrington, farrington-flexible"
                      .formatted(text)));
    }
  }
}
