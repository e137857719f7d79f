package org.firebreak.city.life;

import org.firebreak.city.random.BlockPartition;
import org.firebreak.city.random.Keys;
import org.firebreak.city.random.Permutation;

/**
 * Shares out the people of a scope (a district or a city) over places of one kind: a keyed
 * permutation mixes them, a partition cuts the mixed row into places. Both directions cost under
 * 100 ns and no memory per person. Who is shared out to a place may go there; the day plan says who
 * does. Immutable; safe for use by several threads.
 */
final class Gathering {

  private static final long PURPOSE = Keys.purpose("life.gathering");

  private final PlaceKind kind;
  private final int variant;
  private final Scopes scopes;
  private final BlockPartition partition;
  private final Permutation[] permutations;

  Gathering(PlaceKind kind, int variant, Scopes scopes, long seed, int... sizes) {
    this.kind = kind;
    this.variant = variant;
    this.scopes = scopes;
    long key = Keys.of(Keys.of(PURPOSE, seed), kind.number(), variant);
    this.partition = new BlockPartition(key, sizes);
    this.permutations = new Permutation[scopes.count()];
    for (int scope = 0; scope < permutations.length; scope++) {
      permutations[scope] = new Permutation(Keys.of(key, scope), Math.max(1, scopes.size(scope)));
    }
  }

  /** The place that {@code person}, who lives in leaf {@code leaf}, is shared out to. */
  long placeOf(int person, int leaf) {
    int scope = scopes.ofLeaf(leaf);
    int position = permutations[scope].positionOf(person - scopes.first(scope));
    return Place.of(kind, variant, scope, partition.groupOf(position));
  }

  /** Number of people shared out to a place of this gathering. */
  int candidates(long place) {
    int group = Place.group(place);
    return partition.to(group, scopes.size(Place.scope(place))) - partition.from(group);
  }

  /** One of the people shared out to {@code place}, index from 0. */
  int candidate(long place, int index) {
    int scope = Place.scope(place);
    int position = partition.from(Place.group(place)) + index;
    return scopes.first(scope) + permutations[scope].elementAt(position);
  }
}
