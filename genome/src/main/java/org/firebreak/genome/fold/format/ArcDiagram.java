package org.firebreak.genome.fold.format;

import org.firebreak.genome.fold.model.Structure;

/** Bases on a line, pairs as arcs above it, coloured by how far they reach. */
final class ArcDiagram {

  private static final double WIDTH = 1200;
  private static final double MARGIN = 36;
  private static final double TOP = 64;
  private static final double HIGHEST = 520;
  private static final int LETTERS_TO = 150;

  private ArcDiagram() {}

  static String draw(FoldedRecord record) {
    Structure structure = record.fold().structure();
    int n = structure.length();
    double step = (WIDTH - 2 * MARGIN) / Math.max(1, n - 1);
    int longest = 1;
    for (int i = 0; i < n; i++) {
      longest = Math.max(longest, structure.partner(i) - i);
    }
    double squash = Math.min(1, HIGHEST / (longest * step / 2));
    double base = TOP + longest * step / 2 * squash + 14;
    Svg svg = new Svg(WIDTH, base + 64, record.id() + ", arc diagram");
    svg.caption(record, MARGIN, 28);
    String stroke = Svg.number(Math.max(0.5, Math.min(2, step * 0.35)));
    svg.add("<g fill=\"none\" stroke-opacity=\"0.75\" stroke-width=\"", stroke, "\">");
    for (int i = 0; i < n; i++) {
      int j = structure.partner(i);
      if (j > i) {
        arc(svg, MARGIN + i * step, MARGIN + j * step, base, squash, (double) (j - i) / longest);
      }
    }
    svg.add("</g>");
    svg.line(MARGIN, base, WIDTH - MARGIN, base, Svg.INK, 1);
    axis(svg, n, step, base, record.sequence().letters());
    return svg.end();
  }

  private static void arc(
      Svg svg, double from, double to, double base, double squash, double reach) {
    String ground = Svg.number(base);
    svg.add(
        "<path d=\"M" + Svg.number(from) + " " + ground,
        "A" + Svg.number((to - from) / 2) + " " + Svg.number((to - from) / 2 * squash),
        " 0 0 1 " + Svg.number(to) + " " + ground + "\" stroke=\"" + colour(reach) + "\"/>");
  }

  private static void axis(Svg svg, int n, double step, double base, String letters) {
    double ticksAt = base;
    if (n <= LETTERS_TO) {
      double size = Math.min(13, step * 1.25);
      for (int i = 0; i < n; i++) {
        String letter = letters.substring(i, i + 1);
        String colour = Svg.colourOf(letter.charAt(0));
        svg.label(MARGIN + i * step, base + 5 + size, size, "middle", colour, letter);
      }
      ticksAt = base + size + 4;
    }
    int every = Svg.tickStep(n, 12);
    for (int x = every; x <= n; x += every) {
      double at = MARGIN + (x - 1) * step;
      svg.line(at, ticksAt + 4, at, ticksAt + 9, Svg.PALE, 1);
      svg.label(at, ticksAt + 22, 11, "middle", Svg.SOFT, Svg.format("%,d", x));
    }
  }

  /** From teal (near) to violet (far), on the square root of the reach. */
  private static String colour(double reach) {
    double t = Math.sqrt(reach);
    return Svg.format(
        "#%02x%02x%02x", (int) (20 + t * 110), (int) (150 - t * 105), (int) (136 + t * 20));
  }
}
