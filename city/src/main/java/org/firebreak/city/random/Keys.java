package org.firebreak.city.random;

/**
 * Counter-based randomness: a key is a 64-bit hash of seed, purpose and entity, and a draw is a
 * function of its key alone. So the order of calls, threads and machines cannot change a result.
 *
 * <p>The mixing function is the finaliser of SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable
 * pseudorandom number generators", variant 13 of Stafford).
 */
public final class Keys {

  static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private Keys() {}

  /** A purpose as a key; call it once, for a constant. */
  public static long purpose(String name) {
    long hash = GOLDEN;
    for (int i = 0; i < name.length(); i++) {
      hash = mix(hash ^ name.charAt(i)) + GOLDEN;
    }
    return mix(hash);
  }

  /** The child key of {@code key} for one entity or counter. */
  public static long of(long key, long entity) {
    return mix(key + GOLDEN * (entity + 1));
  }

  /** The child key of {@code key} for a pair. */
  public static long of(long key, long first, long second) {
    return of(of(key, first), second);
  }

  /** A number in [0, 1) that belongs to the key. */
  public static double unit(long key) {
    return (mix(key ^ GOLDEN) >>> 11) * UNIT;
  }

  /** A whole number in [0, bound) that belongs to the key. */
  public static int below(long key, int bound) {
    return (int) (((mix(key ^ GOLDEN) >>> 33) * bound) >>> 31);
  }

  static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
