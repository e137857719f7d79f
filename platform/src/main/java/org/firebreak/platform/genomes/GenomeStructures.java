package org.firebreak.platform.genomes;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.fold.beam.BeamFolder;
import org.firebreak.genome.fold.format.FoldedRecord;
import org.firebreak.genome.fold.format.StructureDrawing;
import org.firebreak.genome.fold.model.Dangles;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Fold;
import org.firebreak.genome.fold.model.RnaSequence;
import org.firebreak.platform.access.Caller;
import org.springframework.stereotype.Service;

/**
 * Secondary structures of windows of genomes, folded when asked for. One fold at a time, for a
 * whole genome takes some seconds and 300 MB; the last ones are kept. Thread-safe.
 */
@Service
class GenomeStructures {

  /** Longest window, in letters. */
  static final int LONGEST = 40_000;

  private static final int SHORTEST = 10;
  private static final int KEPT = 64;
  private static final int DANGLES = 2;

  private final Genomes genomes;
  private final ReentrantLock oneFold = new ReentrantLock(true);
  private final Map<String, Fold> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Fold> eldest) {
          return size() > KEPT;
        }
      };

  GenomeStructures(Genomes genomes) {
    this.genomes = genomes;
  }

  /**
   * A window of a genome as RNA, with its structure of least free energy.
   *
   * @param from first letter of the reference it aligns to, 1-based
   * @param to last letter
   * @param structure dot-bracket, as long as the sequence
   * @param energy kcal/mol at 37 °C, Turner 2004, dangles 2, beam 100
   */
  record GenomeStructure(int from, int to, String sequence, String structure, double energy) {}

  /**
   * Folds a window.
   *
   * @param from first letter of the reference, 1-based
   * @param to last letter
   * @throws UserException if there is no such genome or window
   */
  GenomeStructure fold(long genome, int from, int to, Caller caller) {
    Genomes.Found found = genomes.find(genome, caller);
    byte[] reference = found.book().reference().genome().bases();
    if (from < 1 || to > reference.length || to - from + 1 > LONGEST || to - from + 1 < SHORTEST) {
      throw new UserException(
          "window-invalid",
          "A window has %d to %d letters between 1 and %d"
              .formatted(SHORTEST, LONGEST, reference.length));
    }
    byte[] letters = GenomeSequence.between(found.row().nucleotides(), reference, from - 1, to);
    if (letters.length < SHORTEST) {
      throw new UserException(
          "window-invalid", "The genome is not known between %d and %d".formatted(from, to));
    }
    String rna = new String(letters, StandardCharsets.US_ASCII).replace('T', 'U');
    Fold fold = fold(rna);
    return new GenomeStructure(from, to, rna, fold.structure().dotBracket(), fold.kcal());
  }

  /** The picture of a window as SVG. */
  String draw(long genome, int from, int to, StructureDrawing picture, Caller caller) {
    GenomeStructure found = fold(genome, from, to, caller);
    String name = "%s %d-%d".formatted(genomes.find(genome, caller).row().name(), from, to);
    return picture.draw(
        new FoldedRecord(name, RnaSequence.of(found.sequence()), fold(found.sequence())), null);
  }

  private Fold fold(String rna) {
    oneFold.lock();
    try {
      Fold known = kept.get(rna);
      if (known == null) {
        EnergyModel model = EnergyModel.turner2004(Dangles.of(DANGLES));
        known = new BeamFolder(model, BeamFolder.DEFAULT_BEAM).fold(RnaSequence.of(rna));
        kept.put(rna, known);
      }
      return known;
    } finally {
      oneFold.unlock();
    }
  }
}
