package org.firebreak.privacy.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

  /** The leaves and roots that the test suite of Certificate Transparency publishes. */
  private static final List<String> KNOWN_LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> KNOWN_ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private final Map<List<Long>, Hash> nodes = new HashMap<>();
  private final List<Hash> leaves = new ArrayList<>();
  private final List<Hash> roots = new ArrayList<>(List.of(Hash.EMPTY));
  private final TreeBuilder builder =
      new TreeBuilder((level, index, hash) -> nodes.put(List.of((long) level, index), hash));
  private final MerkleTree tree = new MerkleTree(this::node);

  private Hash node(int level, long index) {
    Hash hash = nodes.get(List.of((long) level, index));
    assertTrue(hash != null, "only complete subtrees may be asked for: " + level + "/" + index);
    return hash;
  }

  private void append(byte[] entry) {
    Hash leaf = Hash.leaf(entry);
    leaves.add(leaf);
    builder.append(leaf);
    roots.add(builder.root());
  }

  private void grow(int size) {
    Random random = new Random(7);
    for (int i = 0; i < size; i++) {
      byte[] entry = new byte[random.nextInt(40)];
      random.nextBytes(entry);
      append(entry);
    }
  }

  /** MTH of RFC 6962, word for word. */
  private static Hash slowRoot(List<Hash> leaves) {
    if (leaves.isEmpty()) {
      return Hash.EMPTY;
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int k = 1;
    while (2 * k < leaves.size()) {
      k *= 2;
    }
    return Hash.node(slowRoot(leaves.subList(0, k)), slowRoot(leaves.subList(k, leaves.size())));
  }

  @Test
  void hasThePublishedRoots() {
    for (int i = 0; i < KNOWN_LEAVES.size(); i++) {
      append(HexFormat.of().parseHex(KNOWN_LEAVES.get(i)));
      assertEquals(KNOWN_ROOTS.get(i), builder.root().toString());
    }
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Hash.EMPTY.toString());
  }

  @Test
  void rootsEqualTheDefinition() {
    grow(130);
    for (int size = 0; size <= 130; size++) {
      Hash slow = slowRoot(leaves.subList(0, size));
      assertEquals(slow, tree.root(size));
      assertEquals(slow, roots.get(size));
    }
  }

  @Test
  void everyLeafIsProvedInEveryTreeAndNowhereElse() {
    grow(70);
    for (int size = 1; size <= 70; size++) {
      for (int index = 0; index < size; index++) {
        List<Hash> path = tree.inclusionProof(index, size);
        Hash leaf = leaves.get(index);
        assertTrue(MerkleProofs.includes(leaf, index, size, path, roots.get(size)));
        assertFalse(MerkleProofs.includes(leaf, index + 1, size, path, roots.get(size)));
        assertFalse(MerkleProofs.includes(leaf, index, size, path, roots.get(size - 1)));
        Hash other = Hash.leaf(new byte[] {9});
        assertFalse(MerkleProofs.includes(other, index, size, path, roots.get(size)));
      }
    }
  }

  @Test
  void everyTreeIsProvedTheBeginningOfEveryLaterOne() {
    grow(70);
    for (int second = 0; second <= 70; second++) {
      for (int first = 0; first <= second; first++) {
        List<Hash> proof = tree.consistencyProof(first, second);
        assertTrue(
            MerkleProofs.consistent(first, roots.get(first), second, roots.get(second), proof),
            first + " in " + second);
        if (first > 0) {
          Hash rewritten = Hash.node(roots.get(first), roots.get(first));
          assertFalse(MerkleProofs.consistent(first, rewritten, second, roots.get(second), proof));
        }
        if (first < second && first > 0) {
          List<Hash> shorter = proof.subList(0, proof.size() - 1);
          assertFalse(
              MerkleProofs.consistent(first, roots.get(first), second, roots.get(second), shorter));
        }
      }
    }
  }

  @Test
  void resumedBuilderGoesOnAsIfNeverStopped() {
    grow(100);
    for (int size = 0; size <= 100; size++) {
      TreeBuilder resumed = TreeBuilder.resume(size, this::node, (level, index, hash) -> {});
      assertEquals(roots.get(size), resumed.root());
      leaves.subList(size, 100).forEach(resumed::append);
      assertEquals(roots.get(100), resumed.root());
    }
  }
}
