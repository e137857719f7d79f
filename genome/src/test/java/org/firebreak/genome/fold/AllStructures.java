package org.firebreak.genome.fold;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Pair;
import org.firebreak.genome.fold.model.RnaSequence;
import org.firebreak.genome.fold.model.Structure;
import org.firebreak.genome.fold.model.StructureEnergy;

/** Lists every structure of a short sequence with its energy; shares no recurrence with anybody. */
public final class AllStructures {

  private final EnergyModel model;
  private final RnaSequence s;
  private final int[] partner;
  private final ObjIntConsumer<Structure> each;

  private AllStructures(EnergyModel model, RnaSequence s, ObjIntConsumer<Structure> each) {
    this.model = model;
    this.s = s;
    this.each = each;
    partner = new int[s.length()];
    Arrays.fill(partner, Structure.UNPAIRED);
  }

  /** Hands over every structure whose loops are all possible. */
  public static void forEach(EnergyModel model, RnaSequence s, ObjIntConsumer<Structure> each) {
    new AllStructures(model, s, each).extend(0);
  }

  private void extend(int from) {
    if (from == partner.length) {
      report();
      return;
    }
    extend(from + 1);
    if (partner[from] != Structure.UNPAIRED) {
      return;
    }
    int end = partner.length;
    for (int a = 0; a < from; a++) {
      if (partner[a] > from) {
        end = Math.min(end, partner[a]);
      }
    }
    for (int j = from + EnergyModel.MIN_HAIRPIN + 1; j < end; j++) {
      if (Pair.canPair(s.code(from), s.code(j))) {
        partner[from] = j;
        partner[j] = from;
        extend(from + 1);
        partner[from] = Structure.UNPAIRED;
        partner[j] = Structure.UNPAIRED;
      }
    }
  }

  private void report() {
    Structure structure = Structure.of(partner);
    try {
      each.accept(structure, StructureEnergy.of(model, s, structure).energy());
    } catch (DataException e) {
      // a loop the model forbids: not a structure
      return;
    }
  }
}
