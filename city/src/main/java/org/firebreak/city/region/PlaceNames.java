package org.firebreak.city.region;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.firebreak.city.random.Draws;
import org.firebreak.city.random.Keys;

/**
 * Fictitious place names, plausible in English and Chinese: one of twenty first syllables and one
 * of thirteen second ones, each pair used once. None is the name of a Chinese county, city or
 * district of 2019 or 2023.
 */
final class PlaceNames {

  private static final long PURPOSE = Keys.purpose("region.names");
  private static final String[][] FIRST = {
    {"岚", "Lan"}, {"云", "Yun"}, {"澄", "Cheng"}, {"碧", "Bi"}, {"星", "Xing"},
    {"槐", "Huai"}, {"霁", "Ji"}, {"汐", "Xi"}, {"珑", "Long"}, {"榕", "Rong"},
    {"鹭", "Lu"}, {"砚", "Yan"}, {"苔", "Tai"}, {"鲸", "Jing"}, {"潋", "Lian"},
    {"棠", "Tang"}, {"翎", "Ling"}, {"沐", "Mu"}, {"琅", "Lang"}, {"穗", "Sui"}
  };
  private static final String[][] SECOND = {
    {"浦", "pu"}, {"洲", "zhou"}, {"湾", "wan"}, {"渚", "zhu"}, {"屿", "yu"},
    {"汀", "ting"}, {"岬", "jia"}, {"澜", "lan"}, {"矶", "ji"}, {"荻", "di"},
    {"埠", "bu"}, {"礁", "jiao"}, {"堰", "yan"}
  };

  private final List<String[]> names = new ArrayList<>();
  private int used;

  PlaceNames(long seed) {
    for (String[] first : FIRST) {
      for (String[] second : SECOND) {
        names.add(new String[] {first[1] + second[1], first[0] + second[0]});
      }
    }
    Draws draws = new Draws(Keys.of(PURPOSE, seed));
    for (int i = names.size() - 1; i > 0; i--) {
      Collections.swap(names, i, draws.below(i + 1));
    }
  }

  /** The next unused pair of English and Chinese name; numbered once all are used. */
  String[] next() {
    String[] name = names.get(used % names.size());
    int round = used / names.size();
    used++;
    return round == 0 ? name : new String[] {name[0] + " " + (round + 1), name[1] + (round + 1)};
  }
}
