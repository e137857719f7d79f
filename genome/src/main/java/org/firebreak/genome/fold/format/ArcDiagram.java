package org.firebreak.genome.fold.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.firebreak.genome.fold.model.Structure;
import org.firebreak.genome.fold.partition.BasePairs;
import org.jspecify.annotations.Nullable;

/**
 * Bases on a line, pairs as arcs above it, coloured by their probability where it is known, else by
 * how far they reach. Pairs that fall on the same place of the picture are one arc, so that a
 * genome's drawing stays within {@link #MOST_ARCS}.
 */
final class ArcDiagram {

  private static final double WIDTH = 1200;
  private static final double MARGIN = 40;
  private static final double TOP = 76;
  private static final double HIGHEST = 460;
  private static final int LETTERS_TO = 130;
  private static final int ROUND_TO = 600;
  private static final double RAISED = 0.6;
  private static final int MOST_ARCS = 5_000;

  private final FoldedRecord record;
  private final Structure structure;
  private final double @Nullable [] certainty;
  private final int length;
  private final double step;
  private int longest = 1;

  private ArcDiagram(FoldedRecord record, @Nullable BasePairs ensemble) {
    this.record = record;
    structure = record.fold().structure();
    certainty = ensemble == null ? null : Certainty.of(structure, ensemble);
    length = structure.length();
    step = (WIDTH - 2 * MARGIN) / Math.max(1, length - 1);
    for (int i = 0; i < length; i++) {
      longest = Math.max(longest, structure.partner(i) - i);
    }
  }

  static String draw(FoldedRecord record, @Nullable BasePairs ensemble) {
    return new ArcDiagram(record, ensemble).draw();
  }

  private String draw() {
    double base = TOP + height(longest);
    Svg svg = new Svg(WIDTH, base + 62, record.id() + ", arc diagram");
    svg.caption(record, MARGIN, 34);
    if (certainty != null) {
      svg.legend(WIDTH - MARGIN, 20, "sure", "doubtful", "sure");
    } else {
      svg.legend(WIDTH - MARGIN, 20, "reach", "near", "far");
    }
    double width = Math.clamp(step * 0.3, 0.6, 2);
    svg.add("<g fill=\"none\" stroke-opacity=\"0.85\" stroke-linecap=\"round\" stroke-width=\"");
    svg.add(Svg.number(width) + "\">\n");
    List<StringBuilder> paths = arcs(base);
    for (int a = 0; a < Svg.STEPS; a++) {
      if (!paths.get(a).isEmpty()) {
        String type = certainty == null ? "reach" : "sure";
        svg.add("<path class=\"line-" + type + a + "\" d=\"" + paths.get(a) + "\"/>\n");
      }
    }
    svg.add("</g>\n");
    svg.line(MARGIN, base, WIDTH - MARGIN, base, "pale", 1);
    axis(svg, base);
    return svg.end();
  }

  /** Half a circle; of long sequences near pairs are raised so that they can be seen. */
  private double height(int reach) {
    double circle = Math.min(longest * step / 2, HIGHEST);
    double share = (double) reach / longest;
    return circle * (length <= ROUND_TO ? share : Math.pow(share, RAISED));
  }

  /** The arcs of each colour as one path, so that sure ones lie above doubtful ones. */
  private List<StringBuilder> arcs(double base) {
    List<StringBuilder> paths = new ArrayList<>();
    for (int a = 0; a < Svg.STEPS; a++) {
      paths.add(new StringBuilder());
    }
    String ground = Svg.number(base);
    for (Map.Entry<Long, Integer> arc : distinct().entrySet()) {
      int i = (int) (arc.getKey() >>> 32);
      int j = arc.getKey().intValue();
      double from = MARGIN + i * step;
      double to = MARGIN + j * step;
      String radii = Svg.number((to - from) / 2) + " " + Svg.number(height(j - i));
      paths
          .get(arc.getValue())
          .append("M" + Svg.number(from) + " " + ground + "A" + radii)
          .append(" 0 0 1 " + Svg.number(to) + " " + ground);
    }
    return paths;
  }

  /** Pairs with their colour; of those on one place of the picture the first, in the surest. */
  private Map<Long, Integer> distinct() {
    for (double cell = Math.max(1, 0.4 / step); ; cell *= 1.5) {
      Map<Long, Long> firstOf = new HashMap<>();
      Map<Long, Integer> arcs = new LinkedHashMap<>();
      for (int i = 0; i < length; i++) {
        int j = structure.partner(i);
        if (j > i) {
          long place = ((long) (i / cell) << 32) | (long) (j / cell);
          long pair = ((long) i << 32) | j;
          Long first = firstOf.putIfAbsent(place, pair);
          arcs.merge(first == null ? pair : first, colour(i, j), Math::max);
        }
      }
      if (arcs.size() <= MOST_ARCS) {
        return arcs;
      }
    }
  }

  private int colour(int i, int j) {
    if (certainty != null) {
      return Certainty.step(certainty[i]);
    }
    double reach = Math.log((j - i) / 4.0) / Math.log(Math.max(2, longest / 4.0));
    return (int) Math.clamp(reach * Svg.STEPS, 0, Svg.STEPS - 1);
  }

  private void axis(Svg svg, double base) {
    double ticksAt = base;
    if (length <= LETTERS_TO) {
      double size = Math.min(13, step * 1.25);
      String letters = record.sequence().letters();
      for (int i = 0; i < length; i++) {
        String letter = letters.substring(i, i + 1);
        String type = Svg.baseClass(letter.charAt(0));
        svg.label(MARGIN + i * step, base + 5 + size, size, "middle", type, letter);
      }
      ticksAt = base + size + 4;
    }
    int every = Svg.tickStep(length, 12);
    for (int x = every; x <= length; x += every) {
      double at = MARGIN + (x - 1) * step;
      svg.line(at, ticksAt + 3, at, ticksAt + 8, "pale", 1);
      svg.label(at, ticksAt + 22, 11, "middle", "soft", String.format(Locale.ROOT, "%,d", x));
    }
  }
}
