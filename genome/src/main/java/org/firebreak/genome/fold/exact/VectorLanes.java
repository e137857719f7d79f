package org.firebreak.genome.fold.exact;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops in vectors of the machine's preferred width. Arrays are long enough to be read past the
 * last lane: callers pad them by {@link #PAD}.
 */
final class VectorLanes implements Lanes {

  /** Unused ints at the end of the arrays of {@link #raiseAll} and {@link #widen}. */
  static final int PAD = 128;

  private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
  private static final int L = SPECIES.length();

  @Override
  public void raise(int[] to, int toAt, int[] from, int fromAt, int count, int add) {
    int end = SPECIES.loopBound(count);
    for (int x = 0; x < end; x += L) {
      IntVector.fromArray(SPECIES, from, fromAt + x)
          .add(add)
          .max(IntVector.fromArray(SPECIES, to, toAt + x))
          .intoArray(to, toAt + x);
    }
    for (int x = end; x < count; x++) {
      to[toAt + x] = Math.max(to[toAt + x], from[fromAt + x] + add);
    }
  }

  @Override
  public void raiseAll(
      int[] to, int at, int count, int[][] from, int[] fromAt, int[] add, int sources) {
    for (int x = at; x < at + count; x += 4 * L) {
      IntVector a = IntVector.fromArray(SPECIES, to, x);
      IntVector b = IntVector.fromArray(SPECIES, to, x + L);
      IntVector c = IntVector.fromArray(SPECIES, to, x + 2 * L);
      IntVector d = IntVector.fromArray(SPECIES, to, x + 3 * L);
      for (int s = 0; s < sources; s++) {
        int[] source = from[s];
        int y = fromAt[s] + x;
        IntVector plus = IntVector.broadcast(SPECIES, add[s]);
        a = a.max(IntVector.fromArray(SPECIES, source, y).add(plus));
        b = b.max(IntVector.fromArray(SPECIES, source, y + L).add(plus));
        c = c.max(IntVector.fromArray(SPECIES, source, y + 2 * L).add(plus));
        d = d.max(IntVector.fromArray(SPECIES, source, y + 3 * L).add(plus));
      }
      a.intoArray(to, x);
      b.intoArray(to, x + L);
      c.intoArray(to, x + 2 * L);
      d.intoArray(to, x + 3 * L);
    }
  }

  @Override
  public void widen(
      int[] loop,
      int[] inner,
      int[] first,
      int firstAt,
      int[] second,
      int secondAt,
      int asymmetry,
      int size,
      int[] best,
      int at,
      int count) {
    for (int x = at; x < at + count; x += L) {
      IntVector edge =
          IntVector.fromArray(SPECIES, first, firstAt + x)
              .max(IntVector.fromArray(SPECIES, second, secondAt + x))
              .add(asymmetry);
      IntVector wide = IntVector.fromArray(SPECIES, inner, x + 1).max(edge);
      wide.intoArray(loop, x);
      wide.add(size).max(IntVector.fromArray(SPECIES, best, x)).intoArray(best, x);
    }
  }
}
