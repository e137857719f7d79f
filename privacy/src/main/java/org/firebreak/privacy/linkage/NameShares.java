package org.firebreak.privacy.linkage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How likely a random other person bears a name: its own share where several bear it, else the
 * product of the shares of its parts, as if they were chosen apart. Immutable.
 */
final class NameShares {

  private static final double LEAST = 1e-9;

  private final Map<String, Integer> names;
  private final Map<String, Integer> parts;
  private final double persons;

  private NameShares(Map<String, Integer> names, Map<String, Integer> parts, int persons) {
    this.names = names;
    this.parts = parts;
    this.persons = Math.max(1, persons);
  }

  static NameShares of(List<Normalized> population) {
    Map<String, Integer> names = new HashMap<>();
    Map<String, Integer> parts = new HashMap<>();
    for (Normalized person : population) {
      names.merge(person.name(), 1, Integer::sum);
      parts(person).forEach(part -> parts.merge(part, 1, Integer::sum));
    }
    return new NameShares(names, parts, population.size());
  }

  double share(Normalized person) {
    // Two of those who bear it may be the pair in question.
    double whole = Math.max(0, names.getOrDefault(person.name(), 0) - 2) / persons;
    double product = 1;
    for (String part : parts(person)) {
      product *= Math.min(1, Math.max(1, parts.getOrDefault(part, 1)) / persons);
    }
    return Math.max(LEAST, Math.max(whole, product));
  }

  private static List<String> parts(Normalized person) {
    String name = person.name();
    if (person.nameWords().size() == 1
        && name.length() > 1
        && Character.isIdeographic(name.charAt(0))) {
      return List.of(name.substring(0, 1) + "|", "|" + name.substring(1));
    }
    return person.nameWords();
  }
}
