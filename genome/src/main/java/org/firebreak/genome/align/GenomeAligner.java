package org.firebreak.genome.align;

import java.util.Arrays;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.annotation.Reference;

/**
 * Aligns genomes to one reference, of which they are close relatives.
 *
 * <p>The first word of 16 letters that stands once in the reference fixes a diagonal. The aligner
 * runs along it with {@link Arrays#mismatch} (compared in vector registers) and takes a difference
 * for a substitution while the letters after it agree. Where they do not, the next unique word that
 * is confirmed re-anchors it, and {@link GapFiller} aligns what lies between. A genome that this
 * does not carry to its end is aligned by {@link SeedChain}. Runs of N cost nothing. Ends that
 * disagree are cut. Cost is that of reading the genome once; see docs/methods/alignment.md.
 *
 * <p>For one thread; the {@link Aligners} factory shares the indices.
 */
public final class GenomeAligner {

  private static final int BACK_OFF = 8;
  private static final int CONFIRM = 24;
  private static final int CONFIRM_FAR = 100;
  private static final int FAR_SHIFT = 500;
  private static final int CLEAR = 12;
  private static final int WINDOW = 32;
  private static final int WINDOW_MISMATCHES = 8;
  private static final int LONGEST_TAIL_LOST = 60;
  private static final int END_MISMATCH = 3;

  private final byte[] reference;
  private final SeedIndex index;
  private final SeedChain chain;
  private final GapFiller filler;
  private final Acceptance acceptance;
  private final Blocks blocks = new Blocks();

  private byte[] query = {};
  private boolean gapSeen;

  GenomeAligner(
      Reference reference,
      SeedIndex index,
      SeedChain chain,
      int[] openCosts,
      Acceptance acceptance) {
    this.reference = reference.bases();
    this.index = index;
    this.chain = chain;
    this.filler = new GapFiller(openCosts);
    this.acceptance = acceptance;
  }

  /**
   * Aligns one genome.
   *
   * @param genome upper-case IUPAC letters; gap letters are left out
   * @throws DataException with a reason if it is no (whole) genome of this virus
   */
  public Alignment align(byte[] genome) {
    query = genome;
    gapSeen = false;
    boolean followed = followGreedily();
    if (gapSeen) {
      query = withoutGaps(genome);
      followed = followGreedily();
    }
    if (!followed || !acceptance.isFine(query, reference, blocks)) {
      blocks.clear();
      chain.align(query, filler, blocks);
    }
    if (blocks.size() > 0) {
      trimEnd();
      trimStart();
    }
    acceptance.check(query, reference, blocks, index);
    LeftAlignment.apply(query, reference, blocks);
    return Alignment.of(query, blocks);
  }

  private static byte[] withoutGaps(byte[] genome) {
    byte[] letters = new byte[genome.length];
    int n = 0;
    for (byte letter : genome) {
      if (letter != '-') {
        letters[n++] = letter;
      }
    }
    return Arrays.copyOf(letters, n);
  }

  /** The fast path; false if it lost its way. */
  private boolean followGreedily() {
    blocks.clear();
    long anchor = findAnchor(0, 0, 0);
    if (anchor < 0) {
      return false;
    }
    int q = (int) (anchor >>> 32);
    int r = (int) anchor;
    int lead = Math.min(leftReach(q, r), Math.min(q, r));
    q -= lead;
    r -= lead;
    while (true) {
      int end = follow(q, r);
      blocks.add(q, r, end - q);
      r += end - q;
      q = end;
      if (q == query.length || r == reference.length || gapSeen) {
        return !gapSeen;
      }
      long next = reAnchor(q, r);
      if (next < 0) {
        return query.length - q <= LONGEST_TAIL_LOST;
      }
      q = (int) (next >>> 32);
      r = (int) next;
    }
  }

  /** Runs along the diagonal; where it ends or stops making sense (query position). */
  private int follow(int q, int r) {
    int shift = r - q;
    while (true) {
      int same = Arrays.mismatch(query, q, query.length, reference, q + shift, reference.length);
      if (same < 0) {
        return query.length;
      }
      q += same;
      if (q == query.length || q + shift == reference.length) {
        return q;
      }
      byte letter = query[q];
      if (letter == 'N') {
        q = Math.min(DifferenceScan.skipUnknown(query, q, query.length), reference.length - shift);
        if (q == query.length || q + shift == reference.length) {
          return q;
        }
      } else if (letter == '-') {
        gapSeen = true;
        return q;
      } else if (Letters.compatible(letter, reference[q + shift]) || isSubstitution(q, shift)) {
        q++;
      } else {
        return q;
      }
    }
  }

  /** Whether the letters after a difference still lie on this diagonal. */
  private boolean isSubstitution(int q, int shift) {
    int most = Math.min(query.length, reference.length - shift) - q - 1;
    int clear = Math.min(CLEAR, most);
    if (Arrays.mismatch(
            query, q + 1, q + 1 + clear, reference, q + 1 + shift, q + 1 + shift + clear)
        < 0) {
      return true;
    }
    int columns = Math.min(WINDOW, most);
    int mismatches = 1;
    for (int i = 1; i <= columns; i++) {
      if (!Letters.compatible(query[q + i], reference[q + i + shift])) {
        mismatches++;
      }
    }
    return mismatches <= WINDOW_MISMATCHES * (columns + 1) / (WINDOW + 1) + 1;
  }

  /** Finds the next anchor after trouble at (q, r) and aligns what lies between; -1 if none. */
  private long reAnchor(int q, int r) {
    int back = Math.min(BACK_OFF, blocks.length(blocks.size() - 1) - 1);
    int fromQuery = q - Math.max(0, back);
    int fromReference = r - Math.max(0, back);
    long anchor = findAnchor(q + 1, fromReference, r - q);
    if (anchor < 0) {
      return -1;
    }
    int toQuery = (int) (anchor >>> 32);
    int toReference = (int) anchor;
    while (toQuery > fromQuery
        && toReference > fromReference
        && query[toQuery - 1] == reference[toReference - 1]) {
      toQuery--;
      toReference--;
    }
    blocks.cutLast(fromQuery);
    long cells = GapFiller.cells(toQuery - fromQuery, toReference - fromReference);
    if (cells > GapFiller.MOST_CELLS) {
      return -1;
    }
    filler.fill(query, fromQuery, toQuery, reference, fromReference, toReference, blocks);
    return (long) toQuery << 32 | toReference;
  }

  /**
   * The first unique word at or after q that stands at or after r in the reference and is borne out
   * by the letters after it.
   */
  private long findAnchor(int q, int r, int shift) {
    SeedIndex.WordScan scan = new SeedIndex.WordScan(query, q, query.length, index.k());
    while (scan.next()) {
      int hit = index.find(scan.word());
      if (hit >= r && isConfirmed(scan.start(), hit, shift)) {
        return (long) scan.start() << 32 | hit;
      }
    }
    return -1;
  }

  private boolean isConfirmed(int q, int r, int shift) {
    boolean far = shift != 0 && Math.abs(r - q - shift) > FAR_SHIFT;
    int need = far ? CONFIRM_FAR : CONFIRM;
    int most = Math.min(Math.min(query.length - q, reference.length - r), need);
    int same = Arrays.mismatch(query, q, q + most, reference, r, r + most);
    return same < 0 || (!far && most - same <= 4);
  }

  /** How far the first anchor reaches to the left while the score does not drop. */
  private int leftReach(int q, int r) {
    int most = Math.min(q, r);
    int score = 0;
    int best = 0;
    int reach = 0;
    for (int i = 1; i <= most && score > best - 10 * END_MISMATCH; i++) {
      byte letter = query[q - i];
      boolean unknown = letter == 'N';
      boolean same = Letters.compatible(letter, reference[r - i]);
      score += unknown ? 0 : same ? 1 : -END_MISMATCH;
      if (score >= best) {
        best = score;
        reach = i;
      }
    }
    return reach;
  }

  /** Cuts the disagreeing letters at the right end. */
  private void trimEnd() {
    int last = blocks.size() - 1;
    int most = Math.min(blocks.length(last) - 1, 100);
    int cut = 0;
    int score = 0;
    int worst = 0;
    for (int i = 1; i <= most; i++) {
      score += endScore(blocks.queryEnd(last) - i, blocks.referenceEnd(last) - i);
      if (score < worst) {
        worst = score;
        cut = i;
      }
    }
    blocks.cutLast(blocks.queryEnd(last) - cut);
  }

  private void trimStart() {
    int most = Math.min(blocks.length(0) - 1, 100);
    int cut = 0;
    int score = 0;
    int worst = 0;
    for (int i = 0; i < most; i++) {
      score += endScore(blocks.query(0) + i, blocks.reference(0) + i);
      if (score < worst) {
        worst = score;
        cut = i + 1;
      }
    }
    blocks.cutFirst(cut);
  }

  private int endScore(int q, int r) {
    if (query[q] == 'N') {
      return 0;
    }
    return Letters.compatible(query[q], reference[r]) ? 1 : -END_MISMATCH;
  }
}
