package org.firebreak.platform.alarms;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an alarm rests on.
 *
 * @param observed what was counted on the last day of the signal
 * @param expected what was expected then
 * @param upper the bound that was passed
 * @param score the method's own statistic, larger = more unusual
 * @param dataset source of the data, as the catalogue names it
 * @param vintage as known then
 * @param details more for people and programs: names in lower camel case, values that JSON knows;
 *     never an identifier of a person
 */
@Schema(name = "AlarmEvidence")
public record Evidence(
    @Nullable Double observed,
    @Nullable Double expected,
    @Nullable Double upper,
    @Nullable Double score,
    @Nullable String dataset,
    Instant vintage,
    Map<String, Object> details) {

  public Evidence {
    details = Map.copyOf(details);
  }

  /** Whether another says the same, whenever it was known. */
  boolean saysSameAs(Evidence other) {
    return equals(
        new Evidence(
            other.observed,
            other.expected,
            other.upper,
            other.score,
            other.dataset,
            vintage,
            other.details));
  }

  /** Evidence of a number against a bound, without more. */
  public static Evidence of(
      double observed, double expected, double upper, @Nullable String dataset, Instant vintage) {
    return new Evidence(observed, expected, upper, null, dataset, vintage, Map.of());
  }
}
