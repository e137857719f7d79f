package org.firebreak.genome.variant;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.firebreak.genome.annotation.CodingRegion;
import org.firebreak.genome.annotation.Reference;

/**
 * Reads the changes of proteins off a genome in reference coordinates. Only codons that something
 * touches are translated; regions with gaps go to {@link GappedRegion}. For one thread.
 */
final class AminoAcidCaller {

  private final Reference reference;

  AminoAcidCaller(Reference reference) {
    this.reference = reference;
  }

  /**
   * Calls all regions.
   *
   * @param row the genome in reference coordinates: '-' where deleted, 'N' outside the alignment
   */
  AminoAcids call(Nucleotides nucleotides, byte[] row) {
    Calls calls = new Calls();
    for (CodingRegion region : reference.regions()) {
      BitSet touched = new BitSet();
      touch(region, nucleotides.substitutions(), touched);
      BitSet unknown = unknown(region, nucleotides);
      if (hasGap(region, nucleotides)) {
        new GappedRegion(reference, region, nucleotides, row).call(touched, unknown, calls);
      } else {
        callCodons(reference, region, row, touched, calls);
      }
      calls.addUnknown(region.name(), unknown);
    }
    return calls.result();
  }

  /** Translates the marked codons and records the substitutions. */
  static void callCodons(
      Reference reference, CodingRegion region, byte[] row, BitSet touched, Calls calls) {
    for (int codon = touched.nextSetBit(0); codon >= 0; codon = touched.nextSetBit(codon + 1)) {
      char from = (char) region.aminoAcid(reference.bases(), codon);
      char to = (char) region.aminoAcid(row, codon);
      if (to != from && to != 'X') {
        calls.change(region.name(), codon, from, to);
      }
    }
  }

  private static void touch(CodingRegion region, int[] packed, BitSet touched) {
    for (int one : packed) {
      int position = Nucleotides.position(one);
      int index = region.find(position, 0);
      while (index >= 0) {
        mark(region, index, touched);
        index = region.find(position, index + 1);
      }
    }
  }

  private static void mark(CodingRegion region, int index, BitSet codons) {
    if (index / 3 < region.codons()) {
      codons.set(index / 3);
    }
  }

  private BitSet unknown(CodingRegion region, Nucleotides nucleotides) {
    BitSet unknown = new BitSet();
    touch(region, nucleotides.mixed(), unknown);
    int[] missing = nucleotides.missing();
    for (int i = 0; i < missing.length; i += 2) {
      markRange(region, missing[i], missing[i + 1], unknown);
    }
    markRange(region, 0, nucleotides.start(), unknown);
    markRange(region, nucleotides.end(), reference.length(), unknown);
    return unknown;
  }

  private static void markRange(CodingRegion region, int start, int end, BitSet codons) {
    if (!region.overlaps(start, end)) {
      return;
    }
    for (CodingRegion.Segment segment : region.segments()) {
      for (int p = Math.max(start, segment.start()); p < Math.min(end, segment.end()); p++) {
        int index = region.find(p, 0);
        while (index >= 0) {
          mark(region, index, codons);
          index = region.find(p, index + 1);
        }
      }
    }
  }

  private static boolean hasGap(CodingRegion region, Nucleotides nucleotides) {
    int[] deletions = nucleotides.deletions();
    for (int i = 0; i < deletions.length; i += 2) {
      if (region.overlaps(deletions[i], deletions[i + 1])) {
        return true;
      }
    }
    for (Nucleotides.Insertion insertion : nucleotides.insertions()) {
      int after = region.find(insertion.after(), 0);
      if (after >= 0 && region.overlaps(insertion.after() + 1, insertion.after() + 2)) {
        return true;
      }
    }
    return false;
  }

  /** Collects the calls of one genome. */
  static final class Calls {
    private final List<AminoAcids.Change> substitutions = new ArrayList<>();
    private final List<AminoAcids.Change> deletions = new ArrayList<>();
    private final List<AminoAcids.Added> insertions = new ArrayList<>();
    private final List<AminoAcids.CodonRange> frameShifts = new ArrayList<>();
    private final List<AminoAcids.CodonRange> unknown = new ArrayList<>();

    void change(String region, int codon, char from, char to) {
      (to == '-' ? deletions : substitutions).add(new AminoAcids.Change(region, codon, from, to));
    }

    void added(String region, int after, String acids) {
      insertions.add(new AminoAcids.Added(region, after, acids));
    }

    void frameShift(String region, int start, int end) {
      frameShifts.add(new AminoAcids.CodonRange(region, start, end));
    }

    void addUnknown(String region, BitSet codons) {
      for (int start = codons.nextSetBit(0); start >= 0; ) {
        int end = codons.nextClearBit(start);
        unknown.add(new AminoAcids.CodonRange(region, start, end));
        start = codons.nextSetBit(end);
      }
    }

    AminoAcids result() {
      return new AminoAcids(substitutions, deletions, insertions, frameShifts, unknown);
    }
  }
}
