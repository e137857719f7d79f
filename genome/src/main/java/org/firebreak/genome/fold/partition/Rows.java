package org.firebreak.genome.fold.partition;

/** The inner loops of the partition function, over 32 neighbouring left ends from lane k0 on. */
interface Rows {

  /** {@code ring[at + k] += factor * size[sizeAt + k] * outer[outerAt + k] * scale[k]}. */
  void push(
      double[] ring,
      int at,
      double[] size,
      int sizeAt,
      double[] outer,
      int outerAt,
      double[] scale,
      int k0,
      double factor);

  /** Sum of {@code ring[at + k] * size[sizeAt + k] * outer[outerAt + k] * scale[k]}. */
  double pull(
      double[] ring,
      int at,
      double[] size,
      int sizeAt,
      double[] outer,
      int outerAt,
      double[] scale,
      int k0);

  /** The best rows of this machine. */
  static Rows best() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        ? new VectorRows()
        : new ScalarRows();
  }
}
