package org.firebreak.genome.fold.format;

import java.util.HashMap;
import java.util.Map;
import org.firebreak.genome.fold.model.Structure;
import org.firebreak.genome.fold.partition.BasePairs;

/** How probable it is, in the ensemble, that a base is as a structure has it. */
final class Certainty {

  private static final double[] BOUNDS = {0.3, 0.5, 0.7, 0.9};

  private Certainty() {}

  /** By base: the probability of its pair, or of being unpaired. */
  static double[] of(Structure structure, BasePairs ensemble) {
    double[] paired = ensemble.paired();
    Map<Long, Double> wanted = new HashMap<>();
    for (int a = 0; a < ensemble.size(); a++) {
      int i = ensemble.left()[a];
      if (structure.partner(i) == ensemble.right()[a]) {
        wanted.put((long) i, ensemble.probability()[a]);
      }
    }
    double[] certainty = new double[structure.length()];
    for (int i = 0; i < certainty.length; i++) {
      int j = structure.partner(i);
      certainty[i] =
          j == Structure.UNPAIRED
              ? Math.max(0, 1 - paired[i])
              : wanted.getOrDefault((long) Math.min(i, j), 0.0);
    }
    return certainty;
  }

  /** Step of the colour scale. */
  static int step(double certainty) {
    int step = 0;
    while (step < BOUNDS.length && certainty >= BOUNDS[step]) {
      step++;
    }
    return step;
  }
}
