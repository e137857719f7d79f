package org.firebreak.genome.fold.partition;

import org.firebreak.genome.fold.model.FoldConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Which bases may not stay unpaired, so that a stretch between two pairs is allowed only if it
 * holds none of them. 8 bytes a base. Immutable.
 */
final class Demands {

  final @Nullable FoldConstraint constraint;

  /** The nearest such base before a position, -1 if there is none. */
  final int[] before;

  /** The nearest such base after a position, the length if there is none. */
  final int[] after;

  private final int length;

  Demands(@Nullable FoldConstraint constraint, int length) {
    this.constraint = constraint;
    this.length = length;
    before = new int[length];
    after = new int[length];
    for (int i = 0, last = -1; i < length; i++) {
      before[i] = last;
      last = at(i) ? i : last;
    }
    for (int i = length - 1, last = length; i >= 0; i--) {
      after[i] = last;
      last = at(i) ? i : last;
    }
  }

  /** Whether the base has to be paired. */
  boolean at(int position) {
    return constraint != null && constraint.demandsPair(position);
  }

  /** Whether anything is demanded or forbidden. */
  boolean any() {
    return constraint != null;
  }

  boolean allows(int i, int j) {
    return constraint == null || constraint.allows(i, j);
  }

  int length() {
    return length;
  }
}
