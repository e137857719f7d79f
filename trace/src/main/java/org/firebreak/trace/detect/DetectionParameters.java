package org.firebreak.trace.detect;

/**
 * How sightings become stays; values, ranges and sources stand in
 * docs/methods/stay-detection-parameters.csv.
 *
 * @param gapSecondsMax longest time between two sightings in one place that still counts as a stay
 * @param edgeSecondsMax how far a stay reaches at most beyond its first and last sighting; never
 *     more than half the way to the next sighting elsewhere
 * @param dwellSecondsMin shorter stays are passing through and are dropped
 * @param pingPongDwellSecondsMax a visit to a neighbouring cell with sightings over no more than
 *     this may be a handover
 * @param pingPongReturnSecondsMax ... if the phone is back in the first cell within this
 */
public record DetectionParameters(
    int gapSecondsMax,
    int edgeSecondsMax,
    int dwellSecondsMin,
    int pingPongDwellSecondsMax,
    int pingPongReturnSecondsMax) {

  /** The documented values. */
  public static final DetectionParameters DEFAULT =
      new DetectionParameters(21_600, 1_800, 600, 600, 7_200);

  public DetectionParameters {
    if (gapSecondsMax < 1
        || edgeSecondsMax < 0
        || dwellSecondsMin < 0
        || pingPongDwellSecondsMax < 0
        || pingPongReturnSecondsMax < 0) {
      throw new IllegalArgumentException("Parameters of stay detection must not be negative");
    }
  }
}
