package org.firebreak.privacy.ledger;

/** Where the hashes of complete subtrees come from. */
@FunctionalInterface
public interface NodeSource {

  /**
   * The hash of the complete subtree over the 2^{@code level} leaves from {@code index} · 2^{@code
   * level} on; level 0 is the leaves themselves.
   */
  Hash node(int level, long index);
}
