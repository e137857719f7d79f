package org.firebreak.genome.fold.exact;

/** The two inner loops of the exact scan, over neighbouring left ends. */
interface Lanes {

  /** {@code to[toAt + x] = max(to[toAt + x], from[fromAt + x] + add)} for x below count. */
  void raise(int[] to, int toAt, int[] from, int fromAt, int count, int add);

  /**
   * The same for several sources at once, read at {@code fromAt[s] + at + x} and written to {@code
   * to[at + x]}.
   */
  void raiseAll(int[] to, int at, int count, int[][] from, int[] fromAt, int[] add, int sources);

  /**
   * One size of interior loop: {@code loop[x] = max(inner[x + 1], max(first[firstAt + x],
   * second[secondAt + x]) + asymmetry)} and {@code best[x] = max(best[x], loop[x] + size)}, for x
   * from {@code at} on.
   */
  void widen(
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
      int count);

  /** The best lanes of this machine. */
  static Lanes best() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        ? new VectorLanes()
        : new ScalarLanes();
  }
}
