package org.firebreak.genome.fold.format;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.firebreak.genome.fold.model.Structure;
import org.firebreak.genome.fold.partition.BasePairs;
import org.jspecify.annotations.Nullable;

/**
 * The structure in the plane: chain, pairs, and coloured bases, with letters where there is room
 * for them. What falls on the same place is drawn once, so that the size stays bounded.
 */
final class PlaneDiagram {

  private static final double MARGIN = 44;
  private static final double TOP = 84;
  private static final int LETTERS_TO = 600;
  private static final double LEAST_WIDTH = 360;
  private static final double COMFORTABLE = 700;
  private static final double LARGEST_SCALE = 2.2;
  private static final double LARGEST = 2400;
  private static final double RADIUS = 5.6;

  /** What is nearer to the last thing drawn than this is left out. */
  private static final double FINEST = 0.6;

  private final FoldedRecord record;
  private final Structure structure;
  private final double @Nullable [] certainty;
  private final int length;
  private final double scale;
  private final double[] x;
  private final double[] y;
  private final Svg svg;

  private PlaneDiagram(FoldedRecord record, @Nullable BasePairs ensemble) {
    this.record = record;
    structure = record.fold().structure();
    length = structure.length();
    certainty = ensemble == null ? null : Certainty.of(structure, ensemble);
    PlaneLayout layout = new PlaneLayout(structure);
    double lowX = Arrays.stream(layout.x).min().orElse(0);
    double lowY = Arrays.stream(layout.y).min().orElse(0);
    double spanX = Arrays.stream(layout.x).max().orElse(0) - lowX;
    double spanY = Arrays.stream(layout.y).max().orElse(0) - lowY;
    double span = Math.max(1, Math.max(spanX, spanY));
    double wanted = Math.clamp(COMFORTABLE / span, 1, LARGEST_SCALE);
    double factor = Math.min(wanted, LARGEST / span);
    scale = factor;
    double width = Math.max(LEAST_WIDTH, spanX * factor + 2 * MARGIN);
    double offset = (width - spanX * factor) / 2;
    x = Arrays.stream(layout.x).map(v -> (v - lowX) * factor + offset).toArray();
    y = Arrays.stream(layout.y).map(v -> (v - lowY) * factor + TOP).toArray();
    svg = new Svg(width, spanY * factor + TOP + MARGIN, record.id() + ", plane diagram");
    svg.caption(record, 24, 34);
    if (certainty != null) {
      svg.legend(width - 24, 20, "sure", "doubtful", "sure");
    }
  }

  static String draw(FoldedRecord record, @Nullable BasePairs ensemble) {
    return new PlaneDiagram(record, ensemble).draw();
  }

  private String draw() {
    chain();
    pairs();
    if (certainty != null) {
      dots(certainty);
    }
    if (length <= LETTERS_TO) {
      letters();
    }
    double gap = 12 * Math.max(1, scale);
    svg.label(x[0] - gap, y[0] + 4, 12, "end", "soft", "5′");
    svg.label(x[length - 1] + gap, y[length - 1] + 4, 12, "start", "soft", "3′");
    return svg.end();
  }

  /** Walks over the bases that can be told apart. */
  private void forEachPlace(IntConsumer each) {
    double lastX = Double.NEGATIVE_INFINITY;
    double lastY = 0;
    for (int i = 0; i < length; i++) {
      if (Math.abs(x[i] - lastX) + Math.abs(y[i] - lastY) >= FINEST) {
        lastX = x[i];
        lastY = y[i];
        each.accept(i);
      }
    }
  }

  private String at(int i) {
    return Svg.number(x[i]) + " " + Svg.number(y[i]);
  }

  private String stroke(double width) {
    return Svg.number(Math.max(0.4, width * scale));
  }

  private void chain() {
    StringBuilder points = new StringBuilder(12 * length);
    forEachPlace(i -> points.append(at(i)).append(' '));
    svg.add("<polyline class=\"line-pale\" fill=\"none\" stroke-linejoin=\"round\"");
    svg.add(" stroke-width=\"" + stroke(1.6) + "\" points=\"" + points + "\"/>\n");
  }

  private void pairs() {
    StringBuilder path = new StringBuilder();
    forEachPlace(i -> {
      int j = structure.partner(i);
      if (j > i) {
        path.append('M').append(at(i)).append('L').append(at(j));
      }
    });
    svg.add("<path class=\"line-accent\" stroke-width=\"" + stroke(2));
    svg.add("\" d=\"" + path + "\"/>\n");
  }

  /** A dot for each base, coloured by how sure its state is. */
  private void dots(double[] sure) {
    StringBuilder[] paths = new StringBuilder[Svg.STEPS];
    Arrays.setAll(paths, step -> new StringBuilder());
    forEachPlace(i -> paths[Certainty.step(sure[i])].append('M').append(at(i)).append("h0"));
    String width = Svg.number(Math.max(1.2, 2 * RADIUS * scale));
    for (int step = 0; step < Svg.STEPS; step++) {
      svg.add("<path class=\"line-sure" + step + "\" stroke-linecap=\"round\" stroke-width=\"");
      svg.add(width + "\" d=\"" + paths[step] + "\"/>\n");
    }
  }

  private void letters() {
    String letters = record.sequence().letters();
    for (int i = 0; i < length; i++) {
      String ink = "on";
      if (certainty != null) {
        ink = "on-sure" + Certainty.step(certainty[i]);
      } else {
        svg.add("<circle cx=\"" + Svg.number(x[i]) + "\" cy=\"" + Svg.number(y[i]) + "\" r=\"");
        String type = Svg.baseClass(letters.charAt(i));
        svg.add(Svg.number(RADIUS * scale) + "\" class=\"" + type + "\"/>\n");
      }
      String letter = letters.substring(i, i + 1);
      svg.label(x[i], y[i] + 2.9 * scale, 8 * scale, "middle", ink, letter);
    }
    int every = Svg.tickStep(length, 14);
    for (int at = every; at < length; at += every) {
      number(at - 1);
    }
  }

  /** The number of a base, beside the chain on its outer side. */
  private void number(int i) {
    int before = Math.max(0, i - 1);
    int after = Math.min(length - 1, i + 1);
    double dx = x[after] - x[before];
    double dy = y[after] - y[before];
    double span = Math.max(1e-9, Math.hypot(dx, dy));
    double atX = x[i] + dy / span * 15 * scale;
    double atY = y[i] - dx / span * 15 * scale;
    double size = 7 * Math.sqrt(scale) + 2;
    svg.label(atX, atY + size / 3, size, "middle", "soft", Integer.toString(i + 1));
  }
}
