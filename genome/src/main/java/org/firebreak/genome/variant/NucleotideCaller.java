package org.firebreak.genome.variant;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.firebreak.genome.align.Alignment;
import org.firebreak.genome.align.DifferenceScan;
import org.firebreak.genome.align.Letters;

/** Reads the nucleotide differences off an alignment. For one thread; its arrays are reused. */
final class NucleotideCaller {

  private final byte[] reference;
  private int[] substitutions = new int[64];
  private int[] missing = new int[64];
  private int[] mixed = new int[64];
  private int[] deletions = new int[16];
  private int substitutionCount;
  private int missingCount;
  private int mixedCount;
  private int deletionCount;

  NucleotideCaller(byte[] reference) {
    this.reference = reference;
  }

  Nucleotides call(Alignment alignment) {
    substitutionCount = 0;
    missingCount = 0;
    mixedCount = 0;
    deletionCount = 0;
    List<Nucleotides.Insertion> insertions = new ArrayList<>(0);
    DifferenceScan scan = new DifferenceScan(alignment.query(), reference);
    for (int i = 0; i < alignment.count(); i++) {
      scan.begin(alignment.queryStart(i), alignment.referenceStart(i), alignment.length(i));
      while (scan.next()) {
        record(scan);
      }
      if (i + 1 < alignment.count()) {
        gap(alignment, i, insertions);
      }
    }
    return new Nucleotides(
        alignment.start(),
        alignment.end(),
        Arrays.copyOf(substitutions, substitutionCount),
        Arrays.copyOf(deletions, deletionCount),
        insertions,
        Arrays.copyOf(missing, missingCount),
        Arrays.copyOf(mixed, mixedCount));
  }

  private void record(DifferenceScan scan) {
    int position = scan.position();
    if (scan.letter() == 'N') {
      if (missingCount > 0 && missing[missingCount - 1] == position) {
        missing[missingCount - 1] = position + scan.length();
        return;
      }
      missing = room(missing, missingCount);
      missing[missingCount++] = position;
      missing[missingCount++] = position + scan.length();
    } else if (Letters.base(scan.letter()) >= 0) {
      substitutions = room(substitutions, substitutionCount);
      substitutions[substitutionCount++] = position << 8 | scan.letter();
    } else {
      mixed = room(mixed, mixedCount);
      mixed[mixedCount++] = position << 8 | scan.letter();
    }
  }

  private void gap(Alignment alignment, int i, List<Nucleotides.Insertion> insertions) {
    int inserted = alignment.queryStart(i + 1) - alignment.queryEnd(i);
    if (inserted > 0) {
      insertions.add(
          new Nucleotides.Insertion(
              alignment.referenceEnd(i) - 1,
              new String(
                  alignment.query(),
                  alignment.queryEnd(i),
                  inserted,
                  StandardCharsets.ISO_8859_1)));
    }
    if (alignment.referenceStart(i + 1) > alignment.referenceEnd(i)) {
      deletions = room(deletions, deletionCount);
      deletions[deletionCount++] = alignment.referenceEnd(i);
      deletions[deletionCount++] = alignment.referenceStart(i + 1);
    }
  }

  private static int[] room(int[] array, int used) {
    return used + 2 > array.length ? Arrays.copyOf(array, 2 * array.length) : array;
  }
}
