package org.firebreak.genome.fold.format;

import java.util.Locale;

/** Pictures of a structure as SVG documents, each of one kind. */
public enum StructureDrawing {
  /** Bases on a line, pairs as arcs above it. */
  ARC {
    @Override
    public String draw(FoldedRecord record) {
      return ArcDiagram.draw(record);
    }
  },
  /** Bases in the plane: helices as ladders, loops as circles. */
  PLANE {
    @Override
    public String draw(FoldedRecord record) {
      return PlaneDiagram.draw(record);
    }
  },
  /** Number of pairs that enclose each base. */
  MOUNTAIN {
    @Override
    public String draw(FoldedRecord record) {
      return MountainPlot.draw(record);
    }
  };

  /** The picture. */
  public abstract String draw(FoldedRecord record);

  /** Word for file names: {@code arc}, {@code plane}, {@code mountain}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
