package org.firebreak.genome.fold.partition;

/** Plain loops. */
final class ScalarRows implements Rows {

  @Override
  public void push(
      double[] ring,
      int at,
      double[] size,
      int sizeAt,
      double[] outer,
      int outerAt,
      double[] scale,
      int k0,
      double factor) {
    for (int k = k0; k < 30; k++) {
      ring[at + k] += factor * size[sizeAt + k] * outer[outerAt + k] * scale[k];
    }
  }

  @Override
  public double pull(
      double[] ring,
      int at,
      double[] size,
      int sizeAt,
      double[] outer,
      int outerAt,
      double[] scale,
      int k0) {
    double sum = 0;
    for (int k = k0; k < 30; k++) {
      sum += ring[at + k] * size[sizeAt + k] * outer[outerAt + k] * scale[k];
    }
    return sum;
  }
}
