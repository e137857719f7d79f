package org.firebreak.genome.variant;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.firebreak.genome.annotation.CodingRegion;
import org.firebreak.genome.annotation.GeneticCode;
import org.firebreak.genome.annotation.Reference;

/**
 * Protein changes of one coding region with deletions or insertions.
 *
 * <p>A deletion of whole codons is moved to a codon border where the letters allow; one that stays
 * inside a codon joins its two ends to one codon, which replaces the first of the codons hit unless
 * it reads as the last one did. A gap whose length is no multiple of three shifts the frame up to
 * the gap that restores it, or to the end; codons in between are not called.
 */
final class GappedRegion {

  private final Reference reference;
  private final CodingRegion region;
  private final byte[] row;
  private final List<Gap> gaps = new ArrayList<>();

  GappedRegion(Reference reference, CodingRegion region, Nucleotides nucleotides, byte[] row) {
    this.reference = reference;
    this.region = region;
    this.row = row.clone();
    collect(nucleotides);
  }

  /**
   * A gap in coding coordinates.
   *
   * @param start first coding letter lost, or the one before which letters are inserted
   * @param end after the last one lost
   * @param inserted letters, in the direction of translation
   */
  private record Gap(int start, int end, String inserted) {
    int frameChange() {
      return Math.floorMod(inserted.length() - (end - start), 3);
    }
  }

  private void collect(Nucleotides nucleotides) {
    int[] deletions = nucleotides.deletions();
    for (int i = 0; i < deletions.length; i += 2) {
      int low = -1;
      int high = -1;
      for (int p = deletions[i]; p < deletions[i + 1]; p++) {
        int index = region.find(p, 0);
        if (index >= 0) {
          low = low < 0 ? index : Math.min(low, index);
          high = Math.max(high, index);
        }
      }
      if (low >= 0) {
        gaps.add(toCodonBorder(low, high + 1));
      }
    }
    for (Nucleotides.Insertion insertion : nucleotides.insertions()) {
      int before = region.find(insertion.after(), 0);
      int after = region.find(insertion.after() + 1, 0);
      if (before >= 0 && after >= 0) {
        int start = Math.max(before, after);
        gaps.add(new Gap(start, start, letters(insertion.letters())));
      }
    }
    gaps.sort(Comparator.comparingInt(Gap::start));
  }

  private String letters(String inserted) {
    if (!region.reverse()) {
      return inserted;
    }
    StringBuilder letters = new StringBuilder();
    for (int i = inserted.length() - 1; i >= 0; i--) {
      letters.append((char) GeneticCode.complement((byte) inserted.charAt(i)));
    }
    return letters.toString();
  }

  /** Moves a deletion of whole codons to the right, onto a codon border, if the letters allow. */
  private Gap toCodonBorder(int start, int end) {
    int steps = (3 - start % 3) % 3;
    Gap as = new Gap(start, end, "");
    if (region.reverse() || as.frameChange() != 0 || end + steps > region.length()) {
      return as;
    }
    byte[] bases = reference.bases();
    for (int i = 0; i < steps; i++) {
      byte lost = bases[region.position(start + i)];
      if (lost != bases[region.position(end + i)] || lost != row[region.position(end + i)]) {
        return as;
      }
    }
    for (int i = 0; i < steps; i++) {
      row[region.position(start + i)] = row[region.position(end + i)];
      row[region.position(end + i)] = '-';
    }
    return new Gap(start + steps, end + steps, "");
  }

  void call(BitSet touched, BitSet unknown, AminoAcidCaller.Calls calls) {
    BitSet done = new BitSet();
    int frame = 0;
    int shiftedFrom = -1;
    for (Gap gap : gaps) {
      int before = frame;
      frame = (frame + gap.frameChange()) % 3;
      if (before == 0 && frame != 0) {
        shiftedFrom = gap.start() / 3;
      } else if (before != 0 && frame == 0) {
        endShift(shiftedFrom, (gap.end() + 2) / 3, done, calls);
      } else if (before == 0) {
        inFrame(gap, done, calls);
      }
    }
    if (frame != 0) {
      endShift(shiftedFrom, region.codons(), done, calls);
    }
    unknown.andNot(done);
    touched.andNot(done);
    AminoAcidCaller.callCodons(reference, region, row, touched, calls);
  }

  private void endShift(int from, int end, BitSet done, AminoAcidCaller.Calls calls) {
    int last = Math.min(Math.max(end, from + 1), region.codons());
    if (from < last) {
      calls.frameShift(region.name(), from, last);
      done.set(from, last);
    }
  }

  private void inFrame(Gap gap, BitSet done, AminoAcidCaller.Calls calls) {
    if (gap.end() > gap.start()) {
      deletion(gap, done, calls);
    } else {
      insertion(gap, done, calls);
    }
  }

  private void deletion(Gap gap, BitSet done, AminoAcidCaller.Calls calls) {
    int first = gap.start() / 3;
    int last = Math.min((gap.end() - 1) / 3, region.codons() - 1);
    int within = gap.start() % 3;
    int keptFirst = -1;
    int keptLast = -1;
    if (within != 0 && gap.end() % 3 != 0 && last > first) {
      char joined = translate(first, within, gap.end());
      if (joined != acid(first) && joined == acid(last)) {
        keptLast = last;
      } else {
        keptFirst = first;
        if (joined != acid(first) && joined != 'X') {
          calls.change(region.name(), first, acid(first), joined);
        }
      }
    }
    for (int codon = first; codon <= last; codon++) {
      done.set(codon);
      if (codon != keptFirst && codon != keptLast) {
        calls.change(region.name(), codon, acid(codon), '-');
      }
    }
  }

  /** The codon of the first {@code within} letters of a codon and what follows at {@code next}. */
  private char translate(int codon, int within, int next) {
    byte[] letters = new byte[3];
    for (int i = 0; i < 3; i++) {
      int index = i < within ? 3 * codon + i : next + i - within;
      letters[i] = index < region.length() ? region.letter(row, index) : (byte) 'N';
    }
    return (char) GeneticCode.translate(letters[0], letters[1], letters[2]);
  }

  private void insertion(Gap gap, BitSet done, AminoAcidCaller.Calls calls) {
    int codon = gap.start() / 3;
    int within = gap.start() % 3;
    if (within == 0) {
      calls.added(region.name(), codon - 1, translate(gap.inserted()));
      return;
    }
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      if (i == within) {
        letters.append(gap.inserted());
      }
      letters.append((char) region.letter(row, 3 * codon + i));
    }
    String acids = translate(letters.toString());
    int last = acids.length() - 1;
    done.set(codon);
    if (acids.charAt(0) != acid(codon) && acids.charAt(last) == acid(codon)) {
      calls.added(region.name(), codon - 1, acids.substring(0, last));
      return;
    }
    if (acids.charAt(0) != acid(codon) && acids.charAt(0) != 'X') {
      calls.change(region.name(), codon, acid(codon), acids.charAt(0));
    }
    calls.added(region.name(), codon, acids.substring(1));
  }

  private static String translate(String letters) {
    StringBuilder acids = new StringBuilder();
    for (int i = 0; i + 2 < letters.length(); i += 3) {
      acids.append(
          (char)
              GeneticCode.translate(
                  (byte) letters.charAt(i),
                  (byte) letters.charAt(i + 1),
                  (byte) letters.charAt(i + 2)));
    }
    return acids.toString();
  }

  private char acid(int codon) {
    return (char) region.aminoAcid(reference.bases(), codon);
  }
}
