package org.firebreak.platform.alarms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.firebreak.platform.alarms.FlagTable.StoredFlag;

/**
 * Makes alarms of the flagged steps of one region under one rule: steps near each other are one
 * episode, and each episode is one alarm. What is stored already is known by its date, so the same
 * step never counts twice. Pure.
 */
final class Episodes {

  /**
   * An alarm and the steps that are to be stored with it.
   *
   * @param key of the alarm
   * @param flags all its steps, stored and new, by date
   * @param changed those of them that are new or judged otherwise than before
   */
  record Episode(String key, NavigableMap<LocalDate, Flag> flags, List<Flag> changed) {

    List<Flag> present() {
      return flags.values().stream().filter(Flag::present).toList();
    }
  }

  private final String keyPrefix;
  private final int quietDays;
  private final Map<String, Episode> episodes = new LinkedHashMap<>();
  private final Map<String, AlarmState> states = new LinkedHashMap<>();
  private final Map<LocalDate, String> keyByDate = new TreeMap<>();

  /**
   * @param keyPrefix what the keys of new alarms begin with
   * @param stored what is stored of the rule and region
   */
  Episodes(String keyPrefix, int quietDays, List<StoredFlag> stored) {
    this.keyPrefix = keyPrefix;
    this.quietDays = quietDays;
    for (StoredFlag one : stored) {
      states.put(one.key(), one.state());
      add(one.key(), one.flag());
    }
  }

  private Episode add(String key, Flag flag) {
    Episode episode =
        episodes.computeIfAbsent(key, k -> new Episode(k, new TreeMap<>(), new ArrayList<>()));
    episode.flags().put(flag.date(), flag);
    keyByDate.put(flag.date(), key);
    return episode;
  }

  /**
   * Takes in the judgement of a step.
   *
   * @param mayRaise whether the step is among those that may raise an alarm
   */
  void judge(Flag flag, boolean mayRaise) {
    String key = keyByDate.get(flag.date());
    if (key == null) {
      if (flag.present() && mayRaise) {
        add(keyFor(flag.date()), flag).changed().add(flag);
      }
      return;
    }
    Episode episode = java.util.Objects.requireNonNull(episodes.get(key));
    Flag before = java.util.Objects.requireNonNull(episode.flags().get(flag.date()));
    boolean newer = !flag.vintage().isBefore(before.vintage());
    if (newer && !flag.says(before)) {
      episode.flags().put(flag.date(), flag);
      episode.changed().add(flag);
    }
  }

  /** The alarm a new step goes on with; a dropped one is over, so a new one begins. */
  private String keyFor(LocalDate date) {
    return episodes.values().stream()
        .filter(episode -> states.get(episode.key()) != AlarmState.DROPPED)
        .filter(episode -> isNear(episode, date))
        .max(Comparator.comparing(episode -> episode.flags().lastKey()))
        .map(Episode::key)
        .orElse(keyPrefix + date);
  }

  private boolean isNear(Episode episode, LocalDate date) {
    LocalDate first = episode.flags().firstKey();
    LocalDate last = episode.flags().lastKey();
    return !date.isBefore(first.minusDays(quietDays)) && !date.isAfter(last.plusDays(quietDays));
  }

  /** Episodes with something new. */
  List<Episode> changed() {
    return episodes.values().stream().filter(episode -> !episode.changed().isEmpty()).toList();
  }
}
