package org.firebreak.intake.rule;

import org.firebreak.intake.problem.ProblemCollector;
import org.jspecify.annotations.Nullable;

/**
 * One step over the values of a record, in the standard's order of fields: it fills in what follows
 * from other values, or reports what breaks its rule. Not thread-safe.
 */
@FunctionalInterface
public interface RecordStep {

  /** Looks at one record; may write values that it derives. */
  void apply(@Nullable Object[] values, ProblemCollector problems);
}
