package org.firebreak.privacy.ledger;

import java.util.List;

/**
 * Checks proofs without the tree, as RFC 9162 states the algorithms (sections 2.1.3.2 and 2.1.4.2).
 */
public final class MerkleProofs {

  private MerkleProofs() {}

  /** Whether the path leads from the leaf at {@code index} to the root of {@code size} leaves. */
  public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
    if (index < 0 || index >= size) {
      return false;
    }
    long fn = index;
    long sn = size - 1;
    Hash hash = leaf;
    for (Hash sibling : path) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        hash = Hash.node(sibling, hash);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>>= 1;
          sn >>>= 1;
        }
      } else {
        hash = Hash.node(hash, sibling);
      }
      fn >>>= 1;
      sn >>>= 1;
    }
    return sn == 0 && hash.equals(root);
  }

  /** Whether the tree with the first root is the beginning of the tree with the second. */
  public static boolean consistent(
      long first, Hash firstRoot, long second, Hash secondRoot, List<Hash> proof) {
    if (first < 0 || first > second) {
      return false;
    }
    if (first == second) {
      return proof.isEmpty() && firstRoot.equals(secondRoot);
    }
    if (first == 0) {
      return proof.isEmpty() && firstRoot.equals(Hash.EMPTY);
    }
    // A first tree that is one complete subtree is not repeated in the proof.
    boolean complete = Long.bitCount(first) == 1;
    int next = complete ? 0 : 1;
    if (proof.size() < next + 1) {
      return false;
    }
    Hash start = complete ? firstRoot : proof.getFirst();
    return climb(first, second, start, proof.subList(next, proof.size()), firstRoot, secondRoot);
  }

  private static boolean climb(
      long first, long second, Hash start, List<Hash> path, Hash firstRoot, Hash secondRoot) {
    long fn = first - 1;
    long sn = second - 1;
    while ((fn & 1) == 1) {
      fn >>>= 1;
      sn >>>= 1;
    }
    Hash old = start;
    Hash grown = start;
    for (Hash sibling : path) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        old = Hash.node(sibling, old);
        grown = Hash.node(sibling, grown);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>>= 1;
          sn >>>= 1;
        }
      } else {
        grown = Hash.node(grown, sibling);
      }
      fn >>>= 1;
      sn >>>= 1;
    }
    return sn == 0 && old.equals(firstRoot) && grown.equals(secondRoot);
  }
}
