package org.firebreak.genome.fold.trace;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.firebreak.base.error.InternalException;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.FoldConstraint;
import org.firebreak.genome.fold.model.Structure;
import org.firebreak.genome.fold.score.LoopScores;
import org.jspecify.annotations.Nullable;

/**
 * Recovers a structure from the scores of a scan: what a part was made of is found again by trying
 * its few sources, so that a scan stores no pointers. Which pairs there are and what they score
 * says the subclass. For one thread, for one use.
 */
public abstract class PairTrace {

  /** What is still to be resolved. */
  public enum Kind {
    /** The pair (i, j) and what is inside. */
    PAIR,
    /** One or more branches in i..j. */
    BRANCHES,
    /** Two or more branches in i..j, the last of which ends in j. */
    MANY_BRANCHES
  }

  /** A part of the structure, and what it scores. */
  public record Part(Kind kind, int i, int j, int score) {}

  /** Whether a pair is the one looked for. */
  @FunctionalInterface
  public interface PairTest {
    boolean test(int left, int score);
  }

  protected final LoopScores scores;
  private final int[] prefix;
  private final @Nullable FoldConstraint constraint;
  private final int[] partner;
  private final Deque<Part> open = new ArrayDeque<>();

  /**
   * A trace.
   *
   * @param prefix best score of the first i bases
   * @param constraint whose bonuses are in the scores of pairs, if any
   */
  protected PairTrace(LoopScores scores, int[] prefix, @Nullable FoldConstraint constraint) {
    this.scores = scores;
    this.prefix = prefix;
    this.constraint = constraint;
    partner = new int[scores.length];
    Arrays.fill(partner, Structure.UNPAIRED);
  }

  /** The structure of the whole sequence. */
  public final Structure run() {
    tracePrefix();
    while (!open.isEmpty()) {
      Part part = open.pop();
      boolean found =
          switch (part.kind) {
            case PAIR -> tracePair(part.i, part.j, part.score);
            case BRANCHES -> traceBranches(part.i, part.j, part.score);
            case MANY_BRANCHES -> traceManyBranches(part.i, part.j, part.score);
          };
      if (!found) {
        throw lost(part.kind.name(), part.i, part.j);
      }
    }
    return Structure.of(partner);
  }

  private void tracePrefix() {
    int j = scores.length - 1;
    while (j > 0) {
      if (prefix[j + 1] == prefix[j]) {
        j--;
        continue;
      }
      int end = j;
      int found =
          findPair(
              end, 0, end, (i, s) -> prefix[i] + s + scores.exterior(i, end) == prefix[end + 1]);
      if (found < 0) {
        throw lost("prefix", 0, end);
      }
      j = found - 1;
    }
  }

  private boolean tracePair(int i, int j, int kept) {
    partner[i] = j;
    partner[j] = i;
    int score = constraint == null ? kept : kept - constraint.bonus(i, j);
    return scores.hairpin(i, j) == score
        || traceInterior(i, j, score)
        || traceMultiloop(i, j, score - scores.closing(i, j));
  }

  private boolean traceInterior(int i, int j, int score) {
    int last = Math.max(i + EnergyModel.MIN_HAIRPIN + 2, j - 1 - EnergyModel.MAX_INTERIOR);
    for (int q = j - 1; q >= last; q--) {
      int right = q;
      int end = Math.min(q, i + 1 + EnergyModel.MAX_INTERIOR - (j - q - 1));
      PairTest test = (p, s) -> s - scores.model.interior(scores.sequence, i, j, p, right) == score;
      if (findPair(q, i + 1, end, test) >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Finds a pair that ends in q, with a left end in a range and passing a test, and opens it.
   *
   * @return its left end, or -1
   */
  protected abstract int findPair(int q, int from, int to, PairTest test);

  /** Opens what is between i and j, where two or more branches score this. */
  protected abstract boolean traceMultiloop(int i, int j, int score);

  /** Opens what one or more branches in i..j are made of. */
  protected abstract boolean traceBranches(int i, int j, int score);

  /** Opens what two or more branches in i..j, the last ending in j, are made of. */
  protected abstract boolean traceManyBranches(int i, int j, int score);

  /** Leaves a part to be resolved. */
  protected final void open(Kind kind, int i, int j, int score) {
    open.push(new Part(kind, i, j, score));
  }

  private static InternalException lost(String what, int i, int j) {
    return new InternalException(
        "backtrace-lost", "No source of the %s (%d, %d) was kept".formatted(what, i + 1, j + 1));
  }
}
