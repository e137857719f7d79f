package org.firebreak.trace;

import org.firebreak.base.geo.Coordinate;
import org.jspecify.annotations.Nullable;

/**
 * A place: a cell, a grid cell, a venue, a building, a carriage.
 *
 * @param name as it stands in files, unique in a store; a carriage is {@code TRIP/CARRIAGE}
 * @param position of its middle in WGS-84; null if not known
 * @param radiusMetres how far it reaches, at least 0
 * @param region code of the region it lies in; empty if not known
 */
public record Place(
    String name, PlaceKind kind, @Nullable Coordinate position, int radiusMetres, String region) {

  public Place {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A place needs a name");
    }
    if (radiusMetres < 0) {
      throw new IllegalArgumentException("The radius must be >= 0 m, was " + radiusMetres);
    }
  }

  /** A place of which only name and kind are known. */
  public static Place named(String name, PlaceKind kind) {
    return new Place(name, kind, null, kind.typicalRadiusMetres(), "");
  }

  /** The vehicle trip of a carriage, {@code G123} of {@code G123/5}; else the place's own name. */
  public String trip() {
    int slash = name.lastIndexOf('/');
    return kind.isVehicle() && slash > 0 ? name.substring(0, slash) : name;
  }
}
