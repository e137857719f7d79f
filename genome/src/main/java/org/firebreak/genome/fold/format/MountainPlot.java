package org.firebreak.genome.fold.format;

import org.firebreak.genome.fold.model.Structure;

/** The number of pairs that enclose each base, along the sequence. */
final class MountainPlot {

  private static final double WIDTH = 1200;
  private static final double LEFT = 60;
  private static final double RIGHT = 30;
  private static final double TOP = 80;
  private static final double HEIGHT = 300;
  private static final double GROUND = TOP + HEIGHT;

  private MountainPlot() {}

  static String draw(FoldedRecord record) {
    Structure structure = record.fold().structure();
    int n = structure.length();
    int[] height = new int[n + 1];
    int highest = 1;
    for (int i = 0; i < n; i++) {
      int j = structure.partner(i);
      height[i + 1] = height[i] + (j > i ? 1 : j >= 0 ? -1 : 0);
      highest = Math.max(highest, height[i + 1]);
    }
    Svg svg = new Svg(WIDTH, GROUND + 56, record.id() + ", mountain plot");
    svg.caption(record, LEFT, 28);
    axes(svg, n, highest);
    double across = (WIDTH - LEFT - RIGHT) / n;
    StringBuilder path = new StringBuilder("M" + Svg.number(LEFT) + " " + Svg.number(GROUND));
    for (int i = 1; i <= n; i++) {
      if (i == n || height[i] != height[i - 1] || height[i] != height[i + 1]) {
        path.append('L').append(Svg.number(LEFT + (i - 0.5) * across)).append(' ');
        path.append(Svg.number(GROUND - height[i] * HEIGHT / highest));
      }
    }
    path.append('L').append(Svg.number(WIDTH - RIGHT)).append(' ').append(Svg.number(GROUND));
    svg.add("<path d=\"" + path + "Z\" fill=\"" + Svg.ACCENT + "\" fill-opacity=\"0.18\"");
    svg.add(" stroke=\"" + Svg.ACCENT + "\" stroke-width=\"1.2\" stroke-linejoin=\"round\"/>");
    svg.line(LEFT, GROUND, WIDTH - RIGHT, GROUND, Svg.INK, 1);
    return svg.end();
  }

  private static void axes(Svg svg, int n, int highest) {
    int level = Svg.tickStep(highest, 6);
    for (int y = 0; y <= highest; y += level) {
      double at = GROUND - y * HEIGHT / highest;
      svg.line(LEFT, at, WIDTH - RIGHT, at, "#e4e7eb", 1);
      svg.label(LEFT - 8, at + 4, 11, "end", Svg.SOFT, Svg.format("%,d", y));
    }
    double across = (WIDTH - LEFT - RIGHT) / n;
    int every = Svg.tickStep(n, 12);
    for (int x = every; x <= n; x += every) {
      double at = LEFT + (x - 0.5) * across;
      svg.line(at, GROUND, at, GROUND + 5, Svg.INK, 1);
      svg.label(at, GROUND + 19, 11, "middle", Svg.SOFT, Svg.format("%,d", x));
    }
    svg.label((LEFT + WIDTH - RIGHT) / 2, GROUND + 40, 12, "middle", Svg.SOFT, "position");
    svg.label(LEFT, TOP - 10, 12, "start", Svg.SOFT, "enclosing pairs");
  }
}
