package org.firebreak.genome.fold.model;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.base.error.DataException;

/**
 * The energy of a given structure, loop by loop, outside first, then along the sequence.
 *
 * @param loops the loops; their energies add up to the total
 * @param energy total in 0.01 kcal/mol
 */
public record StructureEnergy(List<Loop> loops, int energy) {

  public StructureEnergy {
    loops = List.copyOf(loops);
  }

  /**
   * Evaluates a structure on a sequence. Cost and memory grow with the length.
   *
   * @throws DataException if the lengths differ, two bases cannot pair, or a loop is impossible
   */
  public static StructureEnergy of(EnergyModel model, RnaSequence sequence, Structure structure) {
    if (sequence.length() != structure.length()) {
      throw new DataException(
          "length-differs",
          "the sequence has %d bases and the structure %d characters"
              .formatted(sequence.length(), structure.length()));
    }
    List<Loop> loops = new ArrayList<>();
    loops.add(external(model, sequence, structure));
    for (int i = 0; i < structure.length(); i++) {
      if (structure.partner(i) > i) {
        loops.add(checked(closedBy(model, sequence, structure, i)));
      }
    }
    return new StructureEnergy(loops, loops.stream().mapToInt(Loop::energy).sum());
  }

  private static Loop external(EnergyModel model, RnaSequence sequence, Structure structure) {
    int energy = 0;
    for (int i = 0; i < structure.length(); i++) {
      int j = structure.partner(i);
      if (j > i) {
        requirePair(sequence, i, j);
        energy += model.exteriorBranch(sequence, i, j);
        i = j;
      }
    }
    return new Loop(Loop.Kind.EXTERNAL, -1, -1, -1, -1, energy);
  }

  private static Loop closedBy(
      EnergyModel model, RnaSequence sequence, Structure structure, int i) {
    int j = structure.partner(i);
    requirePair(sequence, i, j);
    int branches = 0;
    int first = -1;
    int energy = 0;
    for (int k = i + 1; k < j; k++) {
      int end = structure.partner(k);
      if (end > k) {
        requirePair(sequence, k, end);
        if (branches++ == 0) {
          first = k;
        }
        energy += model.multiBranch(sequence, k, end);
        k = end;
      }
    }
    if (branches == 0) {
      return new Loop(Loop.Kind.HAIRPIN, i, j, -1, -1, model.hairpin(sequence, i, j));
    }
    if (branches == 1) {
      int q = structure.partner(first);
      return new Loop(Loop.Kind.INTERIOR, i, j, first, q, model.interior(sequence, i, j, first, q));
    }
    energy += model.multiClosing(sequence, i, j);
    return new Loop(Loop.Kind.MULTI, i, j, -1, -1, energy);
  }

  private static Loop checked(Loop loop) {
    if (loop.energy() >= EnergyModel.FORBIDDEN) {
      throw new DataException(
          "loop-forbidden",
          "the %s loop closed by (%d, %d) is impossible: a hairpin needs %d unpaired bases, an interior loop has at most %d"
              .formatted(
                  loop.kind().name().toLowerCase(java.util.Locale.ROOT),
                  loop.i() + 1,
                  loop.j() + 1,
                  EnergyModel.MIN_HAIRPIN,
                  EnergyModel.MAX_INTERIOR));
    }
    return loop;
  }

  private static void requirePair(RnaSequence s, int i, int j) {
    if (!Pair.canPair(s.code(i), s.code(j))) {
      throw new DataException(
          "pair-impossible",
          "%c at %d and %c at %d cannot pair"
              .formatted(s.letters().charAt(i), i + 1, s.letters().charAt(j), j + 1));
    }
  }
}
