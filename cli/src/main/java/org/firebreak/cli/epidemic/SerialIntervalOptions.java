package org.firebreak.cli.epidemic;

import java.nio.file.Path;
import java.util.Optional;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.firebreak.cli.series.DistributionFile;
import org.firebreak.epidemic.rt.SerialInterval;
import org.firebreak.epidemic.rt.UncertainSerialInterval;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long from one case to the next: a mean and sd, or a file; a picocli mixin. */
final class SerialIntervalOptions {

  private static final int POINTS = 500;
  private static final double SPREAD = 2;
  private static final double SHORTEST_MEAN = 1.000001;
  private static final double SHORTEST_SD = 0.01;

  @Option(
      names = "--si-mean",
      paramLabel = "DAYS",
      description = "mean serial interval (or generation time), above 1")
  private @Nullable Double mean;

  @Option(names = "--si-sd", paramLabel = "DAYS", description = "its standard deviation, above 0")
  private @Nullable Double sd;

  @Option(
      names = "--si",
      paramLabel = "FILE",
      description = "its distribution: two columns, day and probability, day 0 first")
  private @Nullable Path file;

  @Option(
      names = "--si-mean-sd",
      paramLabel = "DAYS",
      description = "with --method cori: how uncertain the mean is (cut at two of these)")
  private @Nullable Double meanSd;

  @Option(
      names = "--si-sd-sd",
      paramLabel = "DAYS",
      description = "with --method cori: how uncertain the sd is (cut at two of these)")
  private @Nullable Double sdSd;

  /** The interval for a number of days, as the reference cuts it. */
  SerialInterval interval(int days) {
    if (file != null) {
      return fromFile(file);
    }
    requireParameters();
    try {
      return SerialInterval.ofGamma(value(mean), value(sd), days);
    } catch (IllegalArgumentException e) {
      throw new UserException("serial-interval", "--si-mean, --si-sd: " + e.getMessage(), e);
    }
  }

  /** The whole interval, however few days there are. */
  SerialInterval wholeInterval() {
    if (file != null) {
      return fromFile(file);
    }
    requireParameters();
    return interval(SerialInterval.coveringDays(value(mean), value(sd)));
  }

  /** The uncertain interval, if one was asked for. */
  Optional<UncertainSerialInterval> findUncertain() {
    if (meanSd == null && sdSd == null) {
      return Optional.empty();
    }
    if (meanSd == null || sdSd == null || file != null) {
      throw new UserException(
          "serial-interval",
          "an uncertain serial interval needs --si-mean, --si-sd, --si-mean-sd"
              + " and --si-sd-sd");
    }
    requireParameters();
    double m = value(mean);
    double s = value(sd);
    try {
      return Optional.of(
          new UncertainSerialInterval(
              m,
              meanSd,
              Math.max(SHORTEST_MEAN, m - SPREAD * meanSd),
              m + SPREAD * meanSd,
              s,
              sdSd,
              Math.max(SHORTEST_SD, s - SPREAD * sdSd),
              s + SPREAD * sdSd,
              POINTS));
    } catch (IllegalArgumentException e) {
      throw new UserException("serial-interval", String.valueOf(e.getMessage()), e);
    }
  }

  private static SerialInterval fromFile(Path file) {
    try {
      return SerialInterval.of(DistributionFile.read(file));
    } catch (IllegalArgumentException e) {
      throw new DataException("serial-interval", file + ", line 2: " + e.getMessage(), e);
    }
  }

  private void requireParameters() {
    if (file != null || mean == null || sd == null) {
      throw new UserException(
          "serial-interval",
          "say how long from one case to the next: either --si FILE, or --si-mean DAYS and"
              + " --si-sd DAYS");
    }
  }

  private static double value(@Nullable Double given) {
    return given == null ? Double.NaN : given;
  }

  /** Complains about options that contradict each other, before any work is done. */
  void check() {
    if (file != null && (mean != null || sd != null)) {
      throw new UserException(
          "serial-interval", "give either --si FILE or --si-mean and --si-sd, not both");
    }
    wholeInterval();
  }
}
