package org.firebreak.privacy.linkage;

import java.util.List;

/**
 * Two records that may be one person.
 *
 * @param first key of a record
 * @param second key of the other
 * @param probability that they are one person, 0 to 1
 * @param decision what follows from it
 * @param reasons feature by feature, what speaks for it and against
 */
public record Link(
    String first,
    String second,
    double probability,
    Decision decision,
    List<LinkageModel.Reason> reasons) {

  /** What follows from a link. */
  public enum Decision {
    /** Sure enough to be merged by itself; can be undone. */
    MERGE,
    /** Offered to a person who decides. */
    REVIEW
  }

  public Link {
    reasons = List.copyOf(reasons);
  }
}
