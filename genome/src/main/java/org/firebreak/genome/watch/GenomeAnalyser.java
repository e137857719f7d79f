package org.firebreak.genome.watch;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.align.Acceptance;
import org.firebreak.genome.align.Aligners;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.clade.CladeTable;
import org.firebreak.genome.sequence.FastaProblem;
import org.firebreak.genome.sequence.FastaReader;
import org.firebreak.genome.sequence.FastaRecord;
import org.firebreak.genome.variant.AminoAcids;
import org.firebreak.genome.variant.GenomeVariants;
import org.firebreak.genome.variant.Quality;
import org.firebreak.genome.variant.VariantCaller;
import org.firebreak.genome.variant.VariantText;

/**
 * Analyses genomes against one reference: variants, amino acids, quality and clade. The way in for
 * a server: safe for many threads, one for the life of the process (the index of the reference
 * takes 16 bytes a letter, each thread at work some 100 kB).
 */
public final class GenomeAnalyser {

  private final Aligners aligners;
  private final Optional<CladeTable> clades;
  private final ConcurrentLinkedQueue<VariantCaller> idle = new ConcurrentLinkedQueue<>();

  /**
   * An analyser.
   *
   * @param clades table of clades, if genomes are to be assigned
   * @param acceptance when a sequence counts as a genome of this virus
   */
  public GenomeAnalyser(Reference reference, Optional<CladeTable> clades, Acceptance acceptance) {
    this.aligners = new Aligners(reference, acceptance);
    this.clades = clades;
  }

  /** An analyser with the usual acceptance. */
  public GenomeAnalyser(Reference reference, Optional<CladeTable> clades) {
    this(reference, clades, Acceptance.DEFAULT);
  }

  public Reference reference() {
    return aligners.reference();
  }

  /**
   * Analyses one genome.
   *
   * @throws DataException if it is no genome of this virus (truncated, reversed, another virus);
   *     the message says which, but names no record
   */
  public GenomeVariants analyse(FastaRecord genome) {
    VariantCaller caller = idle.poll();
    if (caller == null) {
      caller = new VariantCaller(aligners, clades, Quality.Rules.DEFAULT);
    }
    try {
      return caller.call(genome);
    } finally {
      idle.offer(caller);
    }
  }

  /**
   * Analyses all genomes of a FASTA stream (plain or gzip) in order; memory holds one record.
   *
   * @param file its name in messages
   * @param longest longest sequence accepted, in letters
   * @param sink takes each record with what was found
   * @param problems takes the records that are refused, with line and reason; the others go on
   * @throws DataException if the stream is no FASTA file at all
   */
  public void analyseAll(
      String file,
      InputStream stream,
      int longest,
      Consumer<Analysed> sink,
      Consumer<FastaProblem> problems) {
    try (FastaReader reader = FastaReader.of(file, stream, longest, problems)) {
      for (Optional<FastaRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        FastaRecord record = next.get();
        try {
          sink.accept(new Analysed(record, analyse(record)));
        } catch (DataException e) {
          problems.accept(
              new FastaProblem(
                  e.code(),
                  file,
                  record.number(),
                  record.id(),
                  record.line(),
                  String.valueOf(e.getMessage())));
        }
      }
    }
  }

  /** A record and what was found in it. */
  public record Analysed(FastaRecord record, GenomeVariants variants) {}

  /**
   * The mutations of a genome in Nextclade's notation: nucleotide substitutions ({@code C241T}) and
   * deletions ({@code 21765-21770}), then amino-acid substitutions and deletions ({@code S:D614G},
   * {@code S:H69-}).
   */
  public List<String> mutations(GenomeVariants genome) {
    List<String> names = new ArrayList<>();
    for (int packed : genome.nucleotides().substitutions()) {
      names.add(VariantText.substitution(packed, reference().bases()));
    }
    addRanges(genome.nucleotides().deletions(), names);
    genome.aminoAcids().substitutions().forEach(change -> names.add(change.toString()));
    genome.aminoAcids().deletions().forEach(change -> names.add(change.toString()));
    return names;
  }

  /**
   * Where a genome is not known, 1-based and closed: letters ({@code 1-54}) and codons ({@code
   * S:142-145}).
   */
  public List<String> unknown(GenomeVariants genome) {
    List<String> ranges = new ArrayList<>();
    int start = genome.nucleotides().start();
    int end = genome.nucleotides().end();
    if (start > 0) {
      ranges.add("1-" + start);
    }
    addRanges(genome.nucleotides().missing(), ranges);
    if (end < reference().length()) {
      ranges.add((end + 1) + "-" + reference().length());
    }
    for (AminoAcids.CodonRange range : genome.aminoAcids().unknown()) {
      ranges.add(range.toString());
    }
    return ranges;
  }

  private static void addRanges(int[] ranges, List<String> names) {
    for (int i = 0; i < ranges.length; i += 2) {
      names.add(VariantText.ranges(new int[] {ranges[i], ranges[i + 1]}));
    }
  }
}
