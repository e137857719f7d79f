package org.firebreak.genome.align;

import org.firebreak.genome.annotation.Reference;

/** Makes aligners to one reference; holds the indices that they share. Safe for many threads. */
public final class Aligners {

  private static final int WORD = 16;

  private final Reference reference;
  private final SeedIndex index;
  private final SeedChain chain;
  private final int[] openCosts;
  private final Acceptance acceptance;

  public Aligners(Reference reference, Acceptance acceptance) {
    this.reference = reference;
    this.index = new SeedIndex(reference.bases(), WORD);
    this.chain = new SeedChain(reference.bases());
    this.openCosts = GapCosts.of(reference);
    this.acceptance = acceptance;
  }

  /** A new aligner, for one thread. */
  public GenomeAligner newAligner() {
    return new GenomeAligner(reference, index, chain, openCosts, acceptance);
  }

  public Reference reference() {
    return reference;
  }
}
