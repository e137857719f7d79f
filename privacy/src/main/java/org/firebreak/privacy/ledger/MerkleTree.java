package org.firebreak.privacy.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Roots and proofs of a growing Merkle tree, each from O(log n) hashes of complete subtrees (RFC
 * 6962, sections 2.1.1 and 2.1.2). As safe for threads as its source.
 */
public final class MerkleTree {

  private final NodeSource nodes;

  public MerkleTree(NodeSource nodes) {
    this.nodes = nodes;
  }

  /** The root over the first {@code size} leaves. */
  public Hash root(long size) {
    requireSize(size);
    return size == 0 ? Hash.EMPTY : range(0, size);
  }

  /**
   * Proves that a leaf is in the tree of the given size: the siblings on its way to the root, from
   * the leaf up.
   *
   * @param index of the leaf, 0 to size - 1
   */
  public List<Hash> inclusionProof(long index, long size) {
    requireSize(size);
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("Leaf " + index + " is not among " + size);
    }
    List<Hash> path = new ArrayList<>();
    include(index, 0, size, path);
    return path;
  }

  /**
   * Proves that the tree of size {@code first} is the beginning of that of size {@code second}.
   *
   * @param first 0 to second; 0 and second need no proof and give an empty one
   */
  public List<Hash> consistencyProof(long first, long second) {
    requireSize(second);
    if (first < 0 || first > second) {
      throw new IllegalArgumentException("Size " + first + " is not before " + second);
    }
    List<Hash> proof = new ArrayList<>();
    if (first > 0 && first < second) {
      extend(first, 0, second, true, proof);
    }
    return proof;
  }

  private void include(long index, long from, long to, List<Hash> path) {
    if (to - from == 1) {
      return;
    }
    long middle = from + largestPowerBelow(to - from);
    if (index < middle) {
      include(index, from, middle, path);
      path.add(range(middle, to));
    } else {
      include(index, middle, to, path);
      path.add(range(from, middle));
    }
  }

  /** SUBPROOF of RFC 6962: {@code known} while the old tree's root is the verifier's own. */
  private void extend(long first, long from, long to, boolean known, List<Hash> proof) {
    if (first == to) {
      if (!known) {
        proof.add(range(from, to));
      }
      return;
    }
    long middle = from + largestPowerBelow(to - from);
    if (first <= middle) {
      extend(first, from, middle, known, proof);
      proof.add(range(middle, to));
    } else {
      extend(first, middle, to, false, proof);
      proof.add(range(from, middle));
    }
  }

  /** The root over leaves from..to-1, where {@code from} is where a subtree of that size begins. */
  private Hash range(long from, long to) {
    long size = to - from;
    if (Long.bitCount(size) == 1) {
      int level = Long.numberOfTrailingZeros(size);
      return nodes.node(level, from >>> level);
    }
    long middle = from + largestPowerBelow(size);
    return Hash.node(range(from, middle), range(middle, to));
  }

  private static long largestPowerBelow(long size) {
    return Long.highestOneBit(size - 1);
  }

  private static void requireSize(long size) {
    if (size < 0) {
      throw new IllegalArgumentException("A tree has no negative size: " + size);
    }
  }
}
