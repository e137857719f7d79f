package org.firebreak.genome.fold.format;

import org.firebreak.genome.fold.model.Fold;
import org.firebreak.genome.fold.model.RnaSequence;

/**
 * A folded sequence with its name, ready to be written.
 *
 * @param id name, one word
 * @param sequence the sequence
 * @param fold its structure and energy
 */
public record FoldedRecord(String id, RnaSequence sequence, Fold fold) {

  public FoldedRecord {
    if (sequence.length() != fold.structure().length()) {
      throw new IllegalArgumentException("Sequence and structure differ in length: " + id);
    }
  }
}
