package org.firebreak.trace;

import java.util.Locale;
import java.util.Optional;

/**
 * Kinds of places. The numbers are part of the store's format and never change; the words are those
 * of the data standards ({@code stay.kind}).
 */
public enum PlaceKind {
  /** Not told. */
  OTHER(0, 100),
  HOME(1, 20),
  /** A room or team at a workplace or university. */
  WORK(2, 20),
  /** A class. */
  SCHOOL(3, 20),
  /** A carriage of a metro, a city bus. */
  TRANSIT(4, 20),
  RESTAURANT(5, 20),
  SHOP(6, 50),
  /** Gym, cinema, karaoke, cafe. */
  LEISURE(7, 50),
  /** A carriage of a train between cities. */
  TRAIN(8, 25),
  HOSPITAL(9, 50),
  /** An isolation ward. */
  WARD(10, 20),
  /** A cabin of an aircraft. */
  AIRCRAFT(11, 50),
  /** A coach between cities. */
  COACH(12, 12),
  /** A cabin of a ship. */
  SHIP(13, 20),
  HOTEL(14, 50),
  /** A place with a code at its door, of no other kind. */
  VENUE(15, 50),
  /** A whole building. */
  BUILDING(16, 100),
  /** Quarantine outside the home. */
  QUARANTINE(17, 20),
  /** The area a cell of the mobile network serves. */
  CELL(18, 800),
  /** A cell of the H3 grid, from coordinates. */
  GRID(19, 100),
  /** A taxi or a shared car. */
  CAR(20, 3),
  /** An area, as told in an interview. */
  AREA(21, 3000);

  private static final PlaceKind[] BY_NUMBER = values();

  private final int number;
  private final int typicalRadiusMetres;

  PlaceKind(int number, int typicalRadiusMetres) {
    this.number = number;
    this.typicalRadiusMetres = typicalRadiusMetres;
  }

  /** The stable number, 0 to 63. */
  public int number() {
    return number;
  }

  /** How far two people in such a place may be from each other's middle when nothing is said. */
  public int typicalRadiusMetres() {
    return typicalRadiusMetres;
  }

  /** Lower-case word as it stands in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the place moves and people in it have seats: carriage, cabin, coach. */
  public boolean isVehicle() {
    return switch (this) {
      case TRANSIT, TRAIN, AIRCRAFT, COACH, SHIP, CAR -> true;
      default -> false;
    };
  }

  /** Whether it is an area that a network or a grid gives, not a place with walls. */
  public boolean isArea() {
    return this == CELL || this == GRID || this == AREA;
  }

  /** The kind of a number. */
  public static PlaceKind of(int number) {
    return BY_NUMBER[number];
  }

  /** The kind of a word, in any case. */
  public static Optional<PlaceKind> find(String word) {
    String upper = word.strip().toUpperCase(Locale.ROOT);
    for (PlaceKind kind : BY_NUMBER) {
      if (kind.name().equals(upper)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
