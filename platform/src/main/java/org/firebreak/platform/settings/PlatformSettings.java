package org.firebreak.platform.settings;

import org.firebreak.base.EpiWeekRule;
import org.firebreak.base.LocalizedText;

/**
 * Settings of the whole platform.
 *
 * @param epiWeekRule how days are counted into weeks
 * @param homeRegion code of the region that the console opens with
 * @param platformName the name that the console shows
 */
public record PlatformSettings(
    EpiWeekRule epiWeekRule, String homeRegion, LocalizedText platformName) {

  private static final int MAX_NAME_CHARS = 80;

  public PlatformSettings {
    if (!homeRegion.matches("[A-Za-z0-9_.-]{1,40}")) {
      throw new IllegalArgumentException("homeRegion must be a region code, was " + homeRegion);
    }
    if (platformName.en().length() > MAX_NAME_CHARS
        || platformName.zh().length() > MAX_NAME_CHARS) {
      throw new IllegalArgumentException(
          "platformName has at most " + MAX_NAME_CHARS + " characters");
    }
  }
}
