package org.firebreak.genome.fold.exact;

/** Plain loops. */
final class ScalarLanes implements Lanes {

  @Override
  public void raise(int[] to, int toAt, int[] from, int fromAt, int count, int add) {
    for (int x = 0; x < count; x++) {
      to[toAt + x] = Math.max(to[toAt + x], from[fromAt + x] + add);
    }
  }

  @Override
  public void raiseAll(
      int[] to, int at, int count, int[][] from, int[] fromAt, int[] add, int sources) {
    for (int s = 0; s < sources; s++) {
      raise(to, at, from[s], fromAt[s] + at, count, add[s]);
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
    for (int x = at; x < at + count; x++) {
      int edge = Math.max(first[firstAt + x], second[secondAt + x]) + asymmetry;
      loop[x] = Math.max(inner[x + 1], edge);
      best[x] = Math.max(best[x], loop[x] + size);
    }
  }
}
