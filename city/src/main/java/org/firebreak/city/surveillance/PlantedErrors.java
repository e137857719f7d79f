package org.firebreak.city.surveillance;

import java.util.ArrayList;
import java.util.List;

/** The list of all errors that were put into the files on purpose. For one thread. */
public final class PlantedErrors {

  /**
   * One planted error.
   *
   * @param file file it stands in
   * @param key case number, or region and date
   * @param field column
   * @param kind what is wrong, as a stable word
   * @param trueValue what should stand there
   * @param plantedValue what stands there
   */
  public record PlantedError(
      String file, String key, String field, String kind, String trueValue, String plantedValue) {}

  private final List<PlantedError> errors = new ArrayList<>();

  void add(PlantedError error) {
    errors.add(error);
  }

  /** The errors in the order of planting. */
  public List<PlantedError> list() {
    return List.copyOf(errors);
  }
}
