package org.firebreak.city.life;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.city.people.People;
import org.firebreak.city.region.Region;

/** Consecutive ranges of people: every leaf region by itself, or every city. Immutable. */
final class Scopes {

  private final int[] firstPerson;
  private final int[] scopeOfLeaf;

  private Scopes(int[] firstPerson, int[] scopeOfLeaf) {
    this.firstPerson = firstPerson;
    this.scopeOfLeaf = scopeOfLeaf;
  }

  static Scopes leaves(People people) {
    int[] first = new int[people.leafCount() + 1];
    int[] scope = new int[people.leafCount()];
    for (int leaf = 0; leaf < people.leafCount(); leaf++) {
      first[leaf + 1] = first[leaf] + people.leafSize(leaf);
      scope[leaf] = leaf;
    }
    return new Scopes(first, scope);
  }

  /** Leaves of one parent stand together in the tree, so a city is a range as well. */
  static Scopes cities(People people) {
    int[] scope = new int[people.leafCount()];
    List<Integer> first = new ArrayList<>();
    String last = "";
    for (int leaf = 0; leaf < people.leafCount(); leaf++) {
      Region region = people.tree().leaves().get(leaf);
      String city = people.tree().cityOf(region).code();
      if (!city.equals(last)) {
        first.add(people.leafStart(leaf));
        last = city;
      }
      scope[leaf] = first.size() - 1;
    }
    first.add(people.size());
    return new Scopes(first.stream().mapToInt(Integer::intValue).toArray(), scope);
  }

  int count() {
    return firstPerson.length - 1;
  }

  int first(int scope) {
    return firstPerson[scope];
  }

  int size(int scope) {
    return firstPerson[scope + 1] - firstPerson[scope];
  }

  int ofLeaf(int leaf) {
    return scopeOfLeaf[leaf];
  }
}
