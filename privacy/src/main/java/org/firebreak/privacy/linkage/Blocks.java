package org.firebreak.privacy.linkage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Finds the records worth comparing: those that share at least one key. The keys are chosen so that
 * one slip, or one missing field, leaves another key the same: the whole ID number, its birth part
 * with the end, the phone, the name, the day of birth with the sex or with a word of the name, the
 * year of birth with the beginning and the end of the name. Keys that very many share say nothing
 * and are passed over.
 */
final class Blocks {

  /** A key that more records share is passed over; the others must find the pair. */
  static final int MAX_BLOCK = 400;

  private static final int ID_TAIL = 12;

  private final Map<String, List<Integer>> records = new HashMap<>();

  void add(int index, Normalized record) {
    for (String key : keys(record)) {
      records.computeIfAbsent(key, _ -> new ArrayList<>(2)).add(index);
    }
  }

  /** Records that share a key with the given one, some more than once. */
  void candidates(Normalized record, IntConsumer consumer) {
    for (String key : keys(record)) {
      List<Integer> block = records.getOrDefault(key, List.of());
      if (block.size() <= MAX_BLOCK) {
        block.forEach(consumer::accept);
      }
    }
  }

  static List<String> keys(Normalized record) {
    List<String> keys = new ArrayList<>(8);
    String id = record.id();
    if (!id.isEmpty()) {
      keys.add("i" + id);
      if (id.length() > ID_TAIL) {
        keys.add("t" + id.substring(id.length() - ID_TAIL));
        keys.add("h" + id.substring(0, ID_TAIL));
      }
    }
    if (!record.phone().isEmpty()) {
      keys.add("p" + record.phone());
    }
    String name = record.name();
    if (!name.isEmpty()) {
      keys.add("n" + name);
    }
    LocalDate day = record.birthDate();
    if (day != null) {
      record.nameWords().forEach(word -> keys.add("w" + day + head(word) + record.sex()));
      keys.add("b" + day + record.sex());
    }
    Integer year = record.birthYear();
    if (year != null && !name.isEmpty()) {
      // An age may place the birth one year off.
      for (int y = year - 1; day == null && y <= year + 1; y++) {
        names(keys, y, name);
      }
      if (day != null) {
        names(keys, year, name);
      }
    }
    return keys;
  }

  private static void names(List<String> keys, int year, String name) {
    keys.add("s" + year + head(name));
    keys.add("e" + year + name.substring(Math.max(0, name.length() - 3)));
  }

  private static String head(String text) {
    return text.substring(
        0, Math.min(Character.isIdeographic(text.charAt(0)) ? 2 : 4, text.length()));
  }
}
