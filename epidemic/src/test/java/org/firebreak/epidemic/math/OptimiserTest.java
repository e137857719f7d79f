package org.firebreak.epidemic.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OptimiserTest {

  private static final double[] START = {-1.2, 1};

  private static double rosenbrock(double[] x) {
    double a = x[1] - x[0] * x[0];
    return 100 * a * a + (1 - x[0]) * (1 - x[0]);
  }

  @Test
  void bfgsFindsTheBananaValley() {
    Minimum found =
        Bfgs.minimise(
            OptimiserTest::rosenbrock,
            Gradient.forward(OptimiserTest::rosenbrock, 1e-8),
            START,
            1e-12,
            200);
    assertArrayEquals(new double[] {1, 1}, found.point(), 1e-4);
  }

  @Test
  void simplexFindsTheBananaValley() {
    Minimum found = NelderMead.minimise(OptimiserTest::rosenbrock, START, 1e-12, 1000);
    assertTrue(found.converged());
    assertArrayEquals(new double[] {1, 1}, found.point(), 1e-4);
  }

  @Test
  void boxedSearchStopsAtTheWallWhereTheMinimumIsOutside() {
    double[] lower = {-2, -2};
    double[] upper = {0.5, 2};
    Minimum found = boxed(OptimiserTest::rosenbrock, START, lower, upper);
    assertArrayEquals(new double[] {0.5, 0.25}, found.point(), 1e-3);
  }

  @Test
  void boxedSearchSolvesRandomQuadraticsAsEnumerationDoes() {
    SplittableRandom random = new SplittableRandom(7);
    for (int trial = 0; trial < 200; trial++) {
      double[] centre = {random.nextDouble(-1, 2), random.nextDouble(-1, 2)};
      double tilt = random.nextDouble(-0.9, 0.9);
      Objective f =
          x -> {
            double a = x[0] - centre[0];
            double b = x[1] - centre[1];
            return a * a + b * b + 2 * tilt * a * b;
          };
      Minimum found = boxed(f, new double[] {0.5, 0.5}, new double[2], new double[] {1, 1});
      assertEquals(onGrid(f), found.value(), 1e-3, Arrays.toString(found.point()));
    }
  }

  private static Minimum boxed(Objective f, double[] start, double[] lower, double[] upper) {
    return LbfgsB.minimise(f, Gradient.central(f, 1e-6, lower, upper), start, lower, upper, 200);
  }

  private static double onGrid(Objective f) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i <= 200; i++) {
      for (int j = 0; j <= 200; j++) {
        best = Math.min(best, f.value(new double[] {i / 200.0, j / 200.0}));
      }
    }
    return best;
  }

  @Test
  void lineMinimumIsFoundOnAnInterval() {
    assertEquals(1.0 / 3, Brent.minimise(x -> (x - 1.0 / 3) * (x - 1.0 / 3), 0, 1, 1e-8), 1e-7);
    assertEquals(1, Brent.minimise(x -> -x, 0, 1, 1e-8), 1e-6);
  }

  @Test
  void choleskySolvesAndRefuses() {
    double[][] matrix = {{4, 2}, {2, 3}};
    double[] right = {10, 8};
    assertTrue(Cholesky.solveInPlace(matrix, right));
    assertArrayEquals(new double[] {1.75, 1.5}, right, 1e-12);
    assertTrue(!Cholesky.solveInPlace(new double[][] {{1, 2}, {2, 1}}, new double[] {1, 1}));
  }
}
