package org.firebreak.city.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PermutationTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64, 65, 1000, 4097, 100_003})
  void permutesAndInverts(int size) {
    Permutation permutation = new Permutation(42, size);
    BitSet seen = new BitSet();
    for (int element = 0; element < size; element++) {
      int position = permutation.positionOf(element);
      assertTrue(position >= 0 && position < size);
      assertFalse(seen.get(position), "two elements at " + position);
      seen.set(position);
      assertEquals(element, permutation.elementAt(position));
    }
  }

  @Test
  void invertsAtTheLargestSize() {
    Permutation permutation = new Permutation(7, Integer.MAX_VALUE);
    for (int element = 0; element < 1000; element++) {
      int wide = element * 2_147_483;
      assertEquals(wide, permutation.elementAt(permutation.positionOf(wide)));
    }
  }

  @Test
  void partitionCutsEveryPositionIntoOneGroup() {
    BlockPartition partition = new BlockPartition(5, 1, 1, 2, 3, 6);
    int group = 0;
    int at = 0;
    while (at < 1000) {
      assertEquals(at, partition.from(group));
      int end = partition.to(group, 1000);
      for (; at < end; at++) {
        assertEquals(group, partition.groupOf(at));
      }
      group++;
    }
  }
}
