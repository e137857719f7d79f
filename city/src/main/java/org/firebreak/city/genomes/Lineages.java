package org.firebreak.city.genomes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names for the larger lineages of the sampled genomes: a mutation whose carriers are many, and
 * neither nearly all nor nearly those of a lineage named already, defines one; a lineage within
 * another bears its name and a number more.
 */
final class Lineages {

  private static final int MOST = 12;
  private static final double LEAST_SHARE = 0.035;
  private static final double MOST_SHARE = 0.9;
  private static final double ALIKE = 0.72;

  private final List<Lineage> list = new ArrayList<>();

  /**
   * A lineage.
   *
   * @param parent name of the lineage it lies in, empty if none
   * @param position 0-based
   * @param to the letter that defines it
   */
  record Lineage(String name, String parent, int position, char to) {}

  private record Candidate(int position, char to, BitSet carriers) {}

  private record Named(Lineage lineage, BitSet carriers) {}

  /** Finds the lineages of genomes, each given as what differs from the reference. */
  Lineages(List<List<Evolution.Change>> genomes) {
    Map<List<Integer>, BitSet> carriers = new TreeMap<>(Comparator.comparing(List::toString));
    for (int i = 0; i < genomes.size(); i++) {
      for (Evolution.Change change : genomes.get(i)) {
        carriers
            .computeIfAbsent(List.of(change.position(), (int) change.to()), key -> new BitSet())
            .set(i);
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    carriers.forEach((key, set) -> {
      double share = (double) set.cardinality() / genomes.size();
      if (share >= LEAST_SHARE && share <= MOST_SHARE) {
        candidates.add(new Candidate(key.get(0), (char) (int) key.get(1), set));
      }
    });
    candidates.sort(
        Comparator.comparingInt((Candidate c) -> -c.carriers().cardinality())
            .thenComparingInt(Candidate::position));
    name(candidates);
  }

  private void name(List<Candidate> candidates) {
    List<Named> named = new ArrayList<>();
    Map<String, Integer> children = new TreeMap<>();
    for (Candidate candidate : candidates) {
      if (named.size() == MOST) {
        break;
      }
      if (named.stream().anyMatch(other -> alike(other.carriers(), candidate.carriers()) > ALIKE)) {
        continue;
      }
      String parent = "";
      int parentSize = Integer.MAX_VALUE;
      for (Named other : named) {
        boolean within =
            shared(other.carriers(), candidate.carriers())
                >= 0.98 * candidate.carriers().cardinality();
        if (within && other.carriers().cardinality() < parentSize) {
          parent = other.lineage().name();
          parentSize = other.carriers().cardinality();
        }
      }
      int number = children.merge(parent, 1, Integer::sum);
      String name =
          parent.isEmpty() ? String.valueOf((char) ('A' + number - 1)) : parent + "." + number;
      Lineage lineage = new Lineage(name, parent, candidate.position(), candidate.to());
      named.add(new Named(lineage, candidate.carriers()));
      list.add(lineage);
    }
  }

  private static int shared(BitSet a, BitSet b) {
    BitSet both = (BitSet) a.clone();
    both.and(b);
    return both.cardinality();
  }

  private static double alike(BitSet a, BitSet b) {
    int both = shared(a, b);
    return (double) both / (a.cardinality() + b.cardinality() - both);
  }

  List<Lineage> list() {
    return List.copyOf(list);
  }
}
