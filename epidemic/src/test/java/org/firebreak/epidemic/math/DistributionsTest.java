package org.firebreak.epidemic.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Values of mpmath at 30 digits, and each function against its own inverse or slow twin. */
@SuppressWarnings("FloatingPointLiteralPrecision") // the values stand as computed
class DistributionsTest {

  private static void close(double expected, double actual, double relative) {
    assertEquals(expected, actual, Math.abs(expected) * relative + 1e-300);
  }

  @Test
  void gammaFunction() {
    double[][] cases = {
      {0.1, 2.2527126517342059, -10.423754940411076, 101.43329915079275},
      {0.5, 0.57236494292470009, -1.9635100260214235, 4.9348022005446793},
      {3.7, 1.4280723266653881, 1.1671535393615114, 0.3100378576700383},
      {9.99, 12.779315214350193, 2.2507003728312011, 0.10527695014824178},
      {1000.25, 5906.9472682711172, 6.9075052894144283, 0.0010002499791197935},
      {1e6, 12815504.569147612, 13.815510057964191, 1.0000005000001667e-6}
    };
    for (double[] c : cases) {
      close(c[1], GammaFunction.log(c[0]), 1e-14);
      close(c[2], GammaFunction.digamma(c[0]), 1e-13);
      close(c[3], GammaFunction.trigamma(c[0]), 1e-12);
    }
    assertEquals(0, GammaFunction.log(1), 1e-14);
    assertEquals(0, GammaFunction.log(2), 1e-14);
    close(GammaFunction.log(2001), GammaFunction.logFactorial(2000), 1e-15);
  }

  @Test
  void incompleteGammaInBothTails() {
    double[][] cases = {
      {0.3, 0.01, 0.27924099635901486, 0.72075900364098514},
      {1, 2, 0.86466471676338731, 0.13533528323661269},
      {5.5, 3, 0.12663574677261543, 0.87336425322738457},
      {5.5, 20, 0.99996422487547234, 3.5775124527655241e-5},
      {100, 80, 0.017108313035133114, 0.98289168696486689},
      {1000, 1100, 0.99894067674607002, 0.0010593232539299773},
      {100000, 100300, 0.82863631125120765, 0.17136368874879235}
    };
    for (double[] c : cases) {
      close(c[2], IncompleteGamma.lower(c[0], c[1]), 1e-12);
      close(c[3], IncompleteGamma.upper(c[0], c[1]), 1e-12);
    }
  }

  @Test
  void gammaQuantiles() {
    double[][] cases = {
      {0.3, 0.025, 3.1856790317391661e-6},
      {1, 0.975, 3.6888794541139354},
      {3, 0.05, 0.81769144716395335},
      {26, 0.25, 22.403751803286048},
      {500, 0.975, 544.76545638745674},
      {12345, 0.025, 12128.180907899079},
      {1e6, 0.5, 999999.66666666642}
    };
    for (double[] c : cases) {
      close(c[2], new GammaDistribution(c[0], 1).quantile(c[1]), 1e-12);
    }
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 2000; i++) {
      double shape = Math.exp(random.nextDouble(-4, 12));
      double p = random.nextDouble(1e-4, 1 - 1e-4);
      GammaDistribution gamma = new GammaDistribution(shape, 2.5);
      double x = gamma.quantile(p);
      close(p, gamma.cumulative(x), 1e-9);
    }
  }

  @Test
  void incompleteBeta() {
    double[][] cases = {
      {0.5, 0.5, 0.1, 0.20483276469913346},
      {2, 3, 0.4, 0.5248},
      {50, 3, 0.99, 0.98464737426634086},
      {1000, 2000, 0.34, 0.78121509116064273},
      {0.01, 5, 0.2, 0.99781803807703533}
    };
    for (double[] c : cases) {
      close(c[3], IncompleteBeta.lower(c[0], c[1], c[2], 1 - c[2]), 1e-11);
      BetaDistribution beta = new BetaDistribution(c[0], c[1]);
      close(c[2], beta.quantile(beta.cumulative(c[2])), 1e-8);
    }
  }

  @Test
  void countDistributionsAgreeWithTheirSums() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 300; i++) {
      double mean = Math.exp(random.nextDouble(-5, 6));
      double size = Math.exp(random.nextDouble(-2, 6));
      checkSums(new Poisson(mean), random);
      checkSums(new NegativeBinomial(mean, size), random);
    }
    close(0.01476427357129039, new NegativeBinomial(50, 10).probability(30), 1e-11);
    assertEquals(21, new NegativeBinomial(3, 0.5).quantile(0.99));
    assertEquals(237, new NegativeBinomial(200, 1000).quantile(0.99));
    assertEquals(0, new Poisson(0).quantile(0.999));
  }

  private static void checkSums(CountDistribution distribution, SplittableRandom random) {
    double p = random.nextDouble(0.001, 0.999);
    long quantile = distribution.quantile(p);
    assertTrue(distribution.cumulative(quantile) >= p - 1e-12);
    assertTrue(quantile == 0 || distribution.cumulative(quantile - 1) < p);
    double sum = 0;
    for (long k = 0; k <= quantile; k++) {
      sum += distribution.probability(k);
    }
    assertEquals(sum, distribution.cumulative(quantile), 1e-10);
    assertEquals(1 - sum, distribution.survival(quantile), 1e-10);
  }
}
