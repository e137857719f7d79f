package org.firebreak.genome.fold.beam;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Fold;
import org.firebreak.genome.fold.model.Structure;
import org.firebreak.genome.fold.model.StructureEnergy;
import org.firebreak.genome.fold.score.LoopScores;
import org.jspecify.annotations.Nullable;

/**
 * Lists structures from the best one on, each once (Wuchty et al. 1999, in the order of energy). A
 * partial structure is a set of decided pairs and a list of open parts; the kept scores of the scan
 * bound what it can become, and as long as nothing was pruned the bound is exact: the most
 * promising partial structure is always extended next, and the first complete one is the next best.
 *
 * <p>Cost: for each structure listed the alternatives of each of its parts, O(n^2) for a multiloop;
 * memory one small object per alternative within the band. For one thread, for one use.
 */
final class Suboptimal {

  private static final int ABSENT = Integer.MIN_VALUE;

  private enum Kind {
    PREFIX,
    PAIR,
    BRANCHES,
    MANY_BRANCHES
  }

  /** An open part, and those open after it. For a prefix j is its length. */
  private record Part(Kind kind, int i, int j, int score, @Nullable Part next) {}

  /** A decided pair, and those decided before it. */
  private record Decided(int i, int j, @Nullable Decided next) {}

  /** A partial structure; serial numbers make the order of equals that of their creation. */
  private record Partial(int bound, long serial, @Nullable Part open, @Nullable Decided pairs) {}

  private final BeamScan scan;
  private final LoopScores scores;
  private final int least;
  private final PriorityQueue<Partial> queue =
      new PriorityQueue<>(
          Comparator.comparingInt(Partial::bound).thenComparingLong(Partial::serial).reversed());
  private long serial;
  private Partial current;

  /**
   * A search.
   *
   * @param scan that was run
   * @param band how far above the minimum, in 0.01 kcal/mol
   */
  Suboptimal(BeamScan scan, int band) {
    this.scan = scan;
    scores = scan.scores;
    int best = scan.prefix[scan.length];
    least = best - band;
    Part whole = new Part(Kind.PREFIX, 0, scan.length, best, null);
    current = new Partial(best, serial++, whole, null);
    queue.add(current);
  }

  /** The best structures, ascending by energy, at most this many. */
  List<Fold> run(int most) {
    List<Fold> found = new ArrayList<>();
    while (!queue.isEmpty() && found.size() < most) {
      current = queue.remove();
      Part part = current.open;
      if (part == null) {
        found.add(complete(current.pairs));
        continue;
      }
      switch (part.kind) {
        case PREFIX -> extendPrefix(part);
        case PAIR -> extendPair(part);
        case BRANCHES -> extendBranches(part);
        case MANY_BRANCHES -> extendManyBranches(part);
      }
    }
    found.sort(Comparator.comparingInt(Fold::energy));
    return found;
  }

  private Fold complete(@Nullable Decided pairs) {
    int[] partner = new int[scan.length];
    Arrays.fill(partner, Structure.UNPAIRED);
    for (Decided pair = pairs; pair != null; pair = pair.next) {
      partner[pair.i] = pair.j;
      partner[pair.j] = pair.i;
    }
    Structure structure = Structure.of(partner);
    return new Fold(
        structure, StructureEnergy.of(scores.model, scores.sequence, structure).energy());
  }

  /** Queues the current partial structure with a part replaced by others that score this. */
  private void offer(Part replaced, int score, @Nullable Part open, @Nullable Decided pairs) {
    int bound = current.bound - replaced.score + score;
    if (bound >= least) {
      queue.add(new Partial(bound, serial++, open, pairs));
    }
  }

  private void extendPrefix(Part part) {
    int length = part.j;
    if (length == 0) {
      offer(part, 0, part.next, current.pairs);
      return;
    }
    int j = length - 1;
    int shorter = scan.prefix[j];
    offer(part, shorter, new Part(Kind.PREFIX, 0, j, shorter, part.next), current.pairs);
    for (int at = 0; at < scan.pairs.count(j); at++) {
      long entry = scan.pairs.entries(j)[scan.pairs.start(j) + at];
      int i = ColumnStore.left(entry);
      int pair = ColumnStore.score(entry);
      int score = scan.prefix[i] + pair + scores.exterior(i, j);
      Part before = new Part(Kind.PREFIX, 0, i, scan.prefix[i], part.next);
      offer(part, score, new Part(Kind.PAIR, i, j, pair, before), current.pairs);
    }
  }

  private void extendPair(Part part) {
    int i = part.i;
    int j = part.j;
    Decided decided = new Decided(i, j, current.pairs);
    int bonus = scan.constraint == null ? 0 : scan.constraint.bonus(i, j);
    offer(part, scores.hairpin(i, j) + bonus, part.next, decided);
    int first = Math.max(i + EnergyModel.MIN_HAIRPIN + 2, j - 1 - EnergyModel.MAX_INTERIOR);
    for (int q = j - 1; q >= first; q--) {
      int end = i + 1 + EnergyModel.MAX_INTERIOR - (j - q - 1);
      for (int at = 0; at < scan.pairs.count(q); at++) {
        long entry = scan.pairs.entries(q)[scan.pairs.start(q) + at];
        int p = ColumnStore.left(entry);
        if (p > i && p <= end) {
          int inner = ColumnStore.score(entry);
          int score = inner - scores.model.interior(scores.sequence, i, j, p, q) + bonus;
          offer(part, score, new Part(Kind.PAIR, p, q, inner, part.next), decided);
        }
      }
    }
    int closing = scores.closing(i, j) + bonus;
    for (int q = j - 1; q > i; q--) {
      for (int at = 0; at < scan.manyBranches.count(q); at++) {
        long entry = scan.manyBranches.entries(q)[scan.manyBranches.start(q) + at];
        int p = ColumnStore.left(entry);
        if (p > i && p <= i + BeamScan.LEFT_REACH) {
          int many = ColumnStore.score(entry);
          Part inside = new Part(Kind.MANY_BRANCHES, p, q, many, part.next);
          offer(part, many + closing, inside, decided);
        }
      }
    }
  }

  private void extendBranches(Part part) {
    int i = part.i;
    for (int j = part.j; j > i; j--) {
      int pair = scan.pairs.find(j, i, ABSENT);
      if (pair != ABSENT) {
        int score = pair + scores.branch(i, j);
        offer(part, score, new Part(Kind.PAIR, i, j, pair, part.next), current.pairs);
      }
      int many = scan.manyBranches.find(j, i, ABSENT);
      if (many != ABSENT) {
        offer(part, many, new Part(Kind.MANY_BRANCHES, i, j, many, part.next), current.pairs);
      }
    }
  }

  private void extendManyBranches(Part part) {
    int i = part.i;
    int j = part.j;
    for (int at = 0; at < scan.pairs.count(j); at++) {
      long entry = scan.pairs.entries(j)[scan.pairs.start(j) + at];
      int k = ColumnStore.left(entry);
      int key = k > i + 1 ? scan.branches.find(k - 1, i, ABSENT) : ABSENT;
      if (key != ABSENT) {
        int before = key - scan.prefix[i];
        int pair = ColumnStore.score(entry);
        Part left = new Part(Kind.BRANCHES, i, k - 1, before, part.next);
        Part both = new Part(Kind.PAIR, k, j, pair, left);
        offer(part, before + pair + scores.branch(k, j), both, current.pairs);
      }
    }
  }
}
