package org.firebreak.genome.fold.exact;

import static org.firebreak.genome.fold.score.LoopScores.NEVER;

import java.util.Arrays;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Pair;
import org.firebreak.genome.fold.score.InteriorTables;
import org.firebreak.genome.fold.score.LoopScores;

/**
 * The best stack, bulge or interior loop for every pair (i, j) of one column j, from the pairs of
 * the 31 columns before.
 *
 * <p>A general loop scores size(l + r) + asymmetry(l - r) + a part of either pair. Widening a loop
 * by one base on each side changes its size alone (Lyngsø, Zuker and Pedersen 1999), so the best
 * loop of size s around (i, j) is the best of size s - 2 around (i + 1, j - 1) or one of the two
 * with two bases on one side: 3 sources for each of 27 sizes instead of 496 loops, all in vectors
 * over i. Bulges and loops 1 x n are 112 more sources; the nine loops with tables of their own are
 * looked up.
 *
 * <p>Memory: 4 x 32 columns of pairs and 27 of loops, 620 bytes a base. For one thread.
 */
final class InteriorColumn {

  private static final int MOST = EnergyModel.MAX_INTERIOR;
  private static final int TILE = 1024;

  private final LoopScores scores;
  private final InteriorTables tables;
  private final EnergyModel model;
  private final Lanes lanes;
  private final byte[] code;

  private final int[][] pair = new int[32][];
  private final int[][] general = new int[32][];
  private final int[][] oneByN = new int[32][];
  private final int[][] bulge = new int[32][];
  private final int[][] loop = new int[MOST + 1][];

  private final int[] nothing;
  private final int[] bestGeneral;
  private final int[] bestOneByN;
  private final int[] bestBulge;

  private final int[][] sourceRow = new int[2 * MOST][];
  private final int[] sourceAt = new int[2 * MOST];
  private final int[] sourceAdd = new int[2 * MOST];
  private int sources;

  InteriorColumn(LoopScores scores, Lanes lanes) {
    this.scores = scores;
    this.lanes = lanes;
    tables = new InteriorTables(scores);
    model = scores.model;
    code = scores.code;
    for (int[][] ring : new int[][][] {pair, general, oneByN, bulge, loop}) {
      for (int r = 0; r < ring.length; r++) {
        ring[r] = emptyRow();
      }
    }
    nothing = emptyRow();
    bestGeneral = emptyRow();
    bestOneByN = emptyRow();
    bestBulge = emptyRow();
  }

  private int[] emptyRow() {
    int[] row = new int[scores.length + VectorLanes.PAD];
    Arrays.fill(row, NEVER);
    return row;
  }

  /** Prepares column j for {@link #best}: all sources but those with tables of their own. */
  void prepare(int j) {
    int count = j - EnergyModel.MIN_HAIRPIN;
    for (int at = 0; at < count; at += TILE) {
      int width = Math.min(TILE, count - at);
      Arrays.fill(bestGeneral, at, at + width, NEVER);
      Arrays.fill(bestOneByN, at, at + width, NEVER);
      Arrays.fill(bestBulge, at, at + width, NEVER);
      gatherBulges(j);
      lanes.raiseAll(bestBulge, at, width, sourceRow, sourceAt, sourceAdd, sources);
      gatherOneByN(j);
      lanes.raiseAll(bestOneByN, at, width, sourceRow, sourceAt, sourceAdd, sources);
      // Sizes descend and tiles ascend: each reads loops of the column before, one place to the
      // right.
      for (int size = MOST; size >= 4; size--) {
        widen(j, size, at, width);
      }
    }
  }

  private void widen(int j, int size, int at, int width) {
    int[] far = general[(j - size + 1) & 31];
    int[] near = general[(j - 3) & 31];
    boolean hasOwnTable = size < 6;
    int[] inner = hasOwnTable ? nothing : loop[size - 2];
    int own = hasOwnTable ? NEVER : -model.interiorTotal(size);
    int asymmetry = -model.asymmetry(size - 4);
    lanes.widen(loop[size], inner, far, 3, near, size - 1, asymmetry, own, bestGeneral, at, width);
  }

  private void gatherBulges(int j) {
    sources = 0;
    for (int size = 2; size <= MOST; size++) {
      source(bulge[(j - 1 - size) & 31], 1, tables.bulge[size]);
      source(bulge[(j - 1) & 31], 1 + size, tables.bulge[size]);
    }
  }

  private void gatherOneByN(int j) {
    sources = 0;
    for (int n = 3; n < MOST; n++) {
      source(oneByN[(j - 1 - n) & 31], 2, tables.oneByN[n]);
      source(oneByN[(j - 2) & 31], 1 + n, tables.oneByN[n]);
    }
  }

  private void source(int[] row, int shift, int add) {
    sourceRow[sources] = row;
    sourceAt[sources] = shift;
    sourceAdd[sources++] = add;
  }

  /** The best loop inside (i, j), which can pair; column j is prepared. */
  int best(int i, int j) {
    int at = InteriorTables.PAD + i;
    int context = scores.left[j];
    int best = bestGeneral[i] + tables.outer[context][at];
    best = Math.max(best, bestOneByN[i] + tables.outer1n[context][at]);
    best = Math.max(best, bestBulge[i] + tables.outerBulge[code[j]][at]);
    return Math.max(best, special(i, j));
  }

  private int special(int i, int j) {
    int outer = Pair.kind(code[i], code[j]);
    int[] q1 = pair[(j - 1) & 31];
    int[] q2 = pair[(j - 2) & 31];
    int[] q3 = pair[(j - 3) & 31];
    int[] q4 = pair[(j - 4) & 31];
    int best = q1[i + 1] - model.bulge(outer, turned(i + 1, j - 1), 0);
    best = Math.max(best, q1[i + 2] - model.bulge(outer, turned(i + 2, j - 1), 1));
    best = Math.max(best, q2[i + 1] - model.bulge(outer, turned(i + 1, j - 2), 1));
    int a = code[i + 1];
    int b = code[j - 1];
    if (q2[i + 2] != NEVER) {
      best = Math.max(best, q2[i + 2] - model.int11(outer, turned(i + 2, j - 2), a, b));
    }
    if (q3[i + 2] != NEVER) {
      int inner = turned(i + 2, j - 3);
      best = Math.max(best, q3[i + 2] - model.int21(outer, inner, a, code[j - 2], b));
    }
    if (q2[i + 3] != NEVER) {
      int inner = turned(i + 3, j - 2);
      best = Math.max(best, q2[i + 3] - model.int21(inner, outer, b, a, code[i + 2]));
    }
    if (q3[i + 3] != NEVER) {
      int energy = model.int22(outer, turned(i + 3, j - 3), a, code[i + 2], code[j - 2], b);
      best = Math.max(best, q3[i + 3] - energy);
    }
    if (q4[i + 3] != NEVER) {
      best = Math.max(best, q4[i + 3] - model.interior(scores.sequence, i, j, i + 3, j - 4));
    }
    if (q3[i + 4] != NEVER) {
      best = Math.max(best, q3[i + 4] - model.interior(scores.sequence, i, j, i + 4, j - 3));
    }
    return best;
  }

  private int turned(int p, int q) {
    return Pair.kind(code[q], code[p]);
  }

  /** Clears the row of column j, which is as yet empty. */
  int[] enter(int j) {
    int row = j & 31;
    Arrays.fill(pair[row], 0, j, NEVER);
    Arrays.fill(general[row], 0, j, NEVER);
    Arrays.fill(oneByN[row], 0, j, NEVER);
    Arrays.fill(bulge[row], 0, j, NEVER);
    return pair[row];
  }

  /** Takes the score of the pair (i, j), which is only enclosed if it has a base on either side. */
  void put(int i, int j, int score) {
    int row = j & 31;
    pair[row][i] = score;
    int context = scores.right[j] * 25 + scores.left[i];
    general[row][i] = score + tables.inner[context];
    oneByN[row][i] = score + tables.inner1n[context];
    bulge[row][i] = score + tables.innerBulge[context];
  }
}
