package org.firebreak.epidemic.scan;

/**
 * Random data sets without clusters. Replicate number i of a seed is always the same, whichever
 * thread makes it.
 */
final class Replicates {

  private final ScanSettings.Model model;
  private final int lengths;
  private final int places;
  private final long seed;

  /** Per case, how many steps before the last it was (permutation). */
  private final short[] stepsBack;

  /** Cases per place (permutation). */
  private final int[] placeTotals;

  /** Per cell, the probability that a case so far unplaced falls there (Poisson). */
  private final double[] shares;

  private final int total;

  Replicates(CountGrid grid, double[][] baseline, int lengths, ScanSettings settings) {
    this.model = settings.model();
    this.lengths = lengths;
    this.places = grid.places();
    this.seed = settings.seed();
    this.total = grid.total();
    this.placeTotals = new int[places];
    this.stepsBack = new short[model == ScanSettings.Model.PERMUTATION ? total : 0];
    int next = 0;
    for (int t = 0; t < grid.steps(); t++) {
      for (int place = 0; place < places; place++) {
        int count = grid.cases()[t][place];
        placeTotals[place] += count;
        for (int i = 0; i < count && stepsBack.length > 0; i++) {
          stepsBack[next++] = (short) Math.min(grid.steps() - 1 - t, lengths);
        }
      }
    }
    this.shares = new double[grid.steps() * places + 1];
    for (int t = 0; t < grid.steps(); t++) {
      for (int place = 0; place < places; place++) {
        int cell = t * places + place;
        shares[cell + 1] = shares[cell] + baseline[t][place];
      }
    }
  }

  /** A scratch copy for one thread. */
  short[] scratch() {
    return stepsBack.clone();
  }

  /** Fills cases of the last 1, 2, ... steps, place by place. */
  void fill(int number, short[] scratch, int[] recent) {
    SplitMix random = new SplitMix(seed, number);
    java.util.Arrays.fill(recent, 0);
    if (model == ScanSettings.Model.PERMUTATION) {
      permute(random, scratch, recent);
    } else {
      throwAll(random, recent);
    }
    accumulate(recent, lengths);
  }

  /** Turns cases per step back into running sums. */
  static void accumulate(int[] recent, int lengths) {
    for (int start = 0; start < recent.length; start += lengths) {
      for (int d = 1; d < lengths; d++) {
        recent[start + d] += recent[start + d - 1];
      }
    }
  }

  /** Shuffles the times over the cases; the places keep their totals, the times theirs. */
  private void permute(SplitMix random, short[] times, int[] recent) {
    // Starting over from the same order makes the replicate independent of those before it.
    System.arraycopy(stepsBack, 0, times, 0, times.length);
    int next = 0;
    for (int place = 0; place < places; place++) {
      int offset = place * lengths;
      for (int i = 0; i < placeTotals[place]; i++) {
        int other = next + random.below(times.length - next);
        short time = times[other];
        times[other] = times[next];
        next++;
        if (time < lengths) {
          recent[offset + time]++;
        }
      }
    }
  }

  /** Throws the cases at the cells in proportion to their baselines. */
  private void throwAll(SplitMix random, int[] recent) {
    double all = shares[shares.length - 1];
    int steps = (shares.length - 1) / places;
    for (int i = 0; i < total; i++) {
      int found = java.util.Arrays.binarySearch(shares, random.unit() * all);
      int cell = Math.clamp(found >= 0 ? found : -found - 2, 0, shares.length - 2);
      int back = steps - 1 - cell / places;
      if (back < lengths) {
        recent[cell % places * lengths + back]++;
      }
    }
  }

  /** SplitMix64 (Steele, Lea and Flood 2014), a stream per replicate. */
  private static final class SplitMix {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private long state;

    SplitMix(long seed, int number) {
      state = mix(seed + GOLDEN) ^ mix(number * GOLDEN + 1);
    }

    private long next() {
      state += GOLDEN;
      return mix(state);
    }

    /** A whole number below a bound; the bias is below bound / 2^32. */
    int below(int bound) {
      return (int) (((next() >>> 32) * bound) >>> 32);
    }

    double unit() {
      return (next() >>> 11) * 0x1p-53;
    }

    private static long mix(long value) {
      long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      return z ^ (z >>> 31);
    }
  }
}
