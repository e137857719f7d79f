package org.firebreak.genome.fold.format;

import java.util.Locale;
import org.firebreak.genome.fold.partition.BasePairs;
import org.jspecify.annotations.Nullable;

/** Pictures of a structure as SVG documents, each of one kind. */
public enum StructureDrawing {
  /** Bases on a line, pairs as arcs above it. */
  ARC {
    @Override
    public String draw(FoldedRecord record, @Nullable BasePairs ensemble) {
      return ArcDiagram.draw(record, ensemble);
    }
  },
  /** Bases in the plane: helices as ladders, loops as circles. */
  PLANE {
    @Override
    public String draw(FoldedRecord record, @Nullable BasePairs ensemble) {
      return PlaneDiagram.draw(record, ensemble);
    }
  },
  /** Number of pairs that enclose each base. */
  MOUNTAIN {
    @Override
    public String draw(FoldedRecord record, @Nullable BasePairs ensemble) {
      return MountainPlot.draw(record, ensemble);
    }
  };

  /**
   * The picture, of bounded size for a sequence of any length (a megabyte for a coronavirus).
   *
   * @param ensemble probabilities to colour by, if they are known; of pairs from 0.001 on or less
   */
  public abstract String draw(FoldedRecord record, @Nullable BasePairs ensemble);

  /** Word for file names: {@code arc}, {@code plane}, {@code mountain}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
