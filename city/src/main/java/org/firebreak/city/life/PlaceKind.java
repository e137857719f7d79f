package org.firebreak.city.life;

import java.util.Locale;

/** Kinds of places where people meet. */
public enum PlaceKind {
  /** Not at a place: on foot, or no longer alive. Never the place of a stay. */
  NONE(0, "n"),
  HOME(1, "h"),
  /** A room or team at a workplace or university. */
  WORK(2, "w"),
  /** A class. */
  SCHOOL(3, "s"),
  /** A carriage of the city's metro or a bus. */
  TRANSIT(4, "m"),
  RESTAURANT(5, "r"),
  SHOP(6, "o"),
  /** Gym, cinema, karaoke, park cafe. */
  LEISURE(7, "l"),
  /** A carriage of a train between cities. */
  TRAIN(8, "t"),
  /** A team of a hospital. */
  HOSPITAL(9, "k"),
  /** An isolation ward, where nobody is infected. */
  WARD(10, "q");

  private static final PlaceKind[] BY_NUMBER = new PlaceKind[16];

  static {
    for (PlaceKind kind : values()) {
      BY_NUMBER[kind.number] = kind;
    }
  }

  private final int number;
  private final String letter;

  PlaceKind(int number, String letter) {
    this.number = number;
    this.letter = letter;
  }

  /** The stable number of the kind, 0 to 15. */
  int number() {
    return number;
  }

  static PlaceKind of(int number) {
    return BY_NUMBER[number];
  }

  /** First letter of place names of this kind. */
  public String letter() {
    return letter;
  }

  /** Lower-case word as it stands in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
