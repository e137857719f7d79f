package org.firebreak.platform.regions;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Levels of the administrative tree, from the whole world down. */
public enum Level {
  WORLD(-1),
  NATION(0),
  PROVINCE(1),
  CITY(2),
  DISTRICT(3),
  TOWN(4);

  private final int depth;

  Level(int depth) {
    this.depth = depth;
  }

  /** The word used in the API and the database. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Level ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /**
   * The level of a region of the intake, where a country is 0; what is deeper than a town is a
   * town.
   */
  static Level ofDepth(int depth) {
    for (Level level : values()) {
      if (level.depth == depth) {
        return level;
      }
    }
    return TOWN;
  }

  /** The intake's number of this level, 0 for a nation. */
  int depth() {
    return depth;
  }
}
