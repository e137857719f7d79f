package org.firebreak.genome.fold.format;

import java.util.Arrays;
import org.firebreak.genome.fold.model.Structure;

/** The structure in the plane: chain, pairs, and coloured bases where there is room for letters. */
final class PlaneDiagram {

  private static final double MARGIN = 44;
  private static final double TOP = 84;
  private static final int LETTERS_TO = 600;
  private static final double LARGEST = 2400;

  private PlaneDiagram() {}

  static String draw(FoldedRecord record) {
    Structure structure = record.fold().structure();
    int n = structure.length();
    PlaneLayout layout = new PlaneLayout(structure);
    double lowX = Arrays.stream(layout.x).min().orElse(0);
    double lowY = Arrays.stream(layout.y).min().orElse(0);
    double spanX = Arrays.stream(layout.x).max().orElse(0) - lowX;
    double spanY = Arrays.stream(layout.y).max().orElse(0) - lowY;
    double scale = Math.min(1, LARGEST / Math.max(1, Math.max(spanX, spanY)));
    double width = Math.max(360, spanX * scale + 2 * MARGIN);
    double offX = (width - spanX * scale) / 2;
    double[] x = Arrays.stream(layout.x).map(v -> (v - lowX) * scale + offX).toArray();
    double[] y = Arrays.stream(layout.y).map(v -> (v - lowY) * scale + TOP).toArray();
    Svg svg = new Svg(width, spanY * scale + TOP + MARGIN, record.id() + ", plane diagram");
    svg.caption(record, 24, 28);
    chain(svg, x, y, scale);
    pairs(svg, structure, x, y, scale);
    if (n <= LETTERS_TO) {
      bases(svg, record.sequence().letters(), x, y);
    }
    svg.label(x[0] - 12, y[0] + 4, 11, "end", Svg.INK, "5′");
    svg.label(x[n - 1] + 12, y[n - 1] + 4, 11, "start", Svg.INK, "3′");
    return svg.end();
  }

  private static void chain(Svg svg, double[] x, double[] y, double scale) {
    StringBuilder points = new StringBuilder(14 * x.length);
    for (int i = 0; i < x.length; i++) {
      points.append(Svg.number(x[i])).append(',').append(Svg.number(y[i])).append(' ');
    }
    svg.add("<polyline points=\"" + points + "\" fill=\"none\" stroke=\"" + Svg.PALE);
    svg.add("\" stroke-linejoin=\"round\" stroke-width=\"" + stroke(1.6, scale) + "\"/>");
  }

  private static String stroke(double width, double scale) {
    return Svg.number(Math.max(0.6, width * scale));
  }

  private static void pairs(Svg svg, Structure structure, double[] x, double[] y, double scale) {
    svg.add("<g stroke=\"" + Svg.ACCENT + "\" stroke-width=\"" + stroke(2, scale) + "\">");
    for (int i = 0; i < x.length; i++) {
      int j = structure.partner(i);
      if (j > i) {
        svg.add(
            "<path d=\"M" + Svg.number(x[i]) + " " + Svg.number(y[i]),
            "L" + Svg.number(x[j]) + " " + Svg.number(y[j]) + "\"/>");
      }
    }
    svg.add("</g>");
  }

  private static void bases(Svg svg, String letters, double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      String colour = Svg.colourOf(letters.charAt(i));
      svg.add(
          "<circle cx=\"" + Svg.number(x[i]) + "\" cy=\"" + Svg.number(y[i]),
          "\" r=\"5.60\" fill=\"" + colour + "\"/>");
      svg.label(x[i], y[i] + 2.8, 8, "middle", "#ffffff", letters.substring(i, i + 1));
    }
    int every = Svg.tickStep(x.length, 14);
    for (int at = every; at < x.length; at += every) {
      number(svg, x, y, at - 1);
    }
  }

  /** The number of a base, beside the chain on its outer side. */
  private static void number(Svg svg, double[] x, double[] y, int i) {
    int before = Math.max(0, i - 1);
    int after = Math.min(x.length - 1, i + 1);
    double dx = x[after] - x[before];
    double dy = y[after] - y[before];
    double length = Math.max(1e-9, Math.hypot(dx, dy));
    double atX = x[i] - dy / length * 15;
    double atY = y[i] + dx / length * 15;
    svg.label(atX, atY + 3, 9, "middle", Svg.SOFT, Integer.toString(i + 1));
  }
}
