package org.firebreak.city.random;

/**
 * Cuts 0, 1, 2, ... into groups of varying size without memory per group: every block holds the
 * same group sizes, in one of {@value #VARIANTS} shuffled orders chosen by key. Immutable; safe for
 * use by several threads.
 */
public final class BlockPartition {

  private static final int VARIANTS = 64;

  private final long key;
  private final int groupsPerBlock;
  private final int blockLength;
  private final int[][] starts;
  private final short[][] groupAt;

  /**
   * @param key the key of the cut
   * @param sizes sizes of the groups of one block, each at least 1
   */
  public BlockPartition(long key, int... sizes) {
    this.key = key;
    this.groupsPerBlock = sizes.length;
    this.starts = new int[VARIANTS][];
    this.groupAt = new short[VARIANTS][];
    for (int v = 0; v < VARIANTS; v++) {
      int[] order = shuffled(sizes, new Draws(Keys.of(key, v)));
      starts[v] = new int[sizes.length + 1];
      for (int g = 0; g < order.length; g++) {
        starts[v][g + 1] = starts[v][g] + order[g];
      }
      groupAt[v] = new short[starts[v][sizes.length]];
      for (int g = 0; g < order.length; g++) {
        java.util.Arrays.fill(groupAt[v], starts[v][g], starts[v][g + 1], (short) g);
      }
    }
    this.blockLength = starts[0][sizes.length];
  }

  private static int[] shuffled(int[] sizes, Draws draws) {
    int[] order = sizes.clone();
    for (int i = order.length - 1; i > 0; i--) {
      int j = draws.below(i + 1);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
    return order;
  }

  /** The group that holds {@code position}. */
  public int groupOf(int position) {
    int block = position / blockLength;
    return block * groupsPerBlock + groupAt[variant(block)][position - block * blockLength];
  }

  /** First position of {@code group}. */
  public int from(int group) {
    int block = group / groupsPerBlock;
    return block * blockLength + starts[variant(block)][group - block * groupsPerBlock];
  }

  /** First position after {@code group}, not more than {@code size}. */
  public int to(int group, int size) {
    int block = group / groupsPerBlock;
    long end =
        (long) block * blockLength + starts[variant(block)][group - block * groupsPerBlock + 1];
    return (int) Math.min(end, size);
  }

  private int variant(int block) {
    return Keys.below(Keys.of(key, VARIANTS + (long) block), VARIANTS);
  }
}
