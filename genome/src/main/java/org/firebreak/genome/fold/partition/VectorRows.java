package org.firebreak.genome.fold.partition;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The loops in vectors of the machine's preferred width. */
final class VectorRows implements Rows {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int L = SPECIES.length();

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
    for (int k = k0 & -L; k < 32; k += L) {
      DoubleVector.fromArray(SPECIES, size, sizeAt + k)
          .mul(DoubleVector.fromArray(SPECIES, outer, outerAt + k))
          .mul(DoubleVector.fromArray(SPECIES, scale, k))
          .mul(factor)
          .add(DoubleVector.fromArray(SPECIES, ring, at + k))
          .intoArray(ring, at + k);
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
    DoubleVector sum = DoubleVector.zero(SPECIES);
    for (int k = k0 & -L; k < 32; k += L) {
      DoubleVector weight =
          DoubleVector.fromArray(SPECIES, size, sizeAt + k)
              .mul(DoubleVector.fromArray(SPECIES, outer, outerAt + k))
              .mul(DoubleVector.fromArray(SPECIES, scale, k));
      sum = sum.add(weight.mul(DoubleVector.fromArray(SPECIES, ring, at + k)));
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }
}
