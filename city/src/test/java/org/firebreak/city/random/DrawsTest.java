package org.firebreak.city.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

final class DrawsTest {

  private static final int COUNT = 40_000;

  private static void check(String what, double mean, double sd, ToDoubleFunction<Draws> draw) {
    Draws draws = new Draws(Keys.purpose(what));
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < COUNT; i++) {
      double x = draw.applyAsDouble(draws);
      sum += x;
      squares += x * x;
    }
    double found = sum / COUNT;
    assertEquals(mean, found, 5 * sd / Math.sqrt(COUNT), what + " mean");
    assertEquals(sd, Math.sqrt(squares / COUNT - found * found), 0.06 * sd, what + " sd");
  }

  @Test
  void momentsAreThoseOfTheDistributions() {
    check("unit", 0.5, Math.sqrt(1.0 / 12), Draws::unit);
    check("gaussian", 0, 1, Draws::gaussian);
    check("log-normal", 5.5, 2.6, d -> d.logNormal(5.5, 2.6));
    check("gamma", 3, 3 / Math.sqrt(2.5), d -> d.gamma(2.5, 3));
    check("gamma under 1", 1, 1 / Math.sqrt(0.4), d -> d.gamma(0.4, 1));
    check("geometric", 4, Math.sqrt(0.8) / 0.2, d -> d.geometric(0.2));
    check("poisson", 7, Math.sqrt(7), d -> d.poisson(7));
    check("below", 4.5, Math.sqrt(99 / 12.0), d -> d.below(10));
    check("weighted", 0.75, Math.sqrt(0.1875), d -> d.weighted(1, 3));
  }

  @Test
  void keysGiveTheSameBitsForever() {
    assertEquals(0.34403870558011507, Keys.unit(Keys.of(Keys.purpose("gold"), 1, 2)), 0);
  }
}
