package org.firebreak.platform.forecasts;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.firebreak.platform.regions.Region;
import org.jspecify.annotations.Nullable;

/**
 * A forecast that is to be kept.
 *
 * @param model who says it: {@code Firebreak ensemble}, or the name of an outside model
 * @param method the method that computed it here, null for one from outside
 * @param source who gave the data, null if not known
 * @param vintage the data as known then, null if not known
 * @param origin last day whose value was used
 * @param retrospective whether it was made from data that were known only later
 * @param version of the software that computed it, null for one from outside
 * @param parameters what else it was made with
 * @param weekTotal quantiles of what is new in the seven days after the origin
 * @param targets at least one, by date
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record NewForecast(
    Region region,
    String indicator,
    Counting kind,
    String model,
    @Nullable String method,
    @Nullable String source,
    @Nullable Instant vintage,
    LocalDate origin,
    boolean retrospective,
    @Nullable String version,
    Map<String, String> parameters,
    double @Nullable [] weekTotal,
    @Nullable String fileName,
    List<Target> targets) {

  NewForecast {
    targets = List.copyOf(targets);
    parameters = Map.copyOf(parameters);
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("A forecast says something of at least one day");
    }
  }

  /** The same with other targets. */
  NewForecast withTargets(List<Target> others) {
    return new NewForecast(
        region,
        indicator,
        kind,
        model,
        method,
        source,
        vintage,
        origin,
        retrospective,
        version,
        parameters,
        weekTotal,
        fileName,
        others);
  }

  /** SHA-256 of what it says, baseline aside. */
  byte[] digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (Target target : targets) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * (2 + target.quantiles().length));
        bytes.putLong(target.date().toEpochDay()).putDouble(target.point());
        for (double quantile : target.quantiles()) {
          bytes.putDouble(quantile);
        }
        sha.update(bytes.array());
      }
      return sha.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java knows SHA-256", e);
    }
  }
}
