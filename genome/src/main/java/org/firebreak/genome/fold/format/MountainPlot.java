package org.firebreak.genome.fold.format;

import java.util.Arrays;
import java.util.Locale;
import org.firebreak.genome.fold.model.Structure;
import org.firebreak.genome.fold.partition.BasePairs;
import org.jspecify.annotations.Nullable;

/**
 * The number of pairs that enclose each base, along the sequence. Where probabilities are known the
 * mountain is coloured by them and the expected number over the ensemble drawn as a line. Long
 * sequences are drawn by columns of the picture: at most {@link #COLUMNS}.
 */
final class MountainPlot {

  private static final double WIDTH = 1200;
  private static final double LEFT = 60;
  private static final double RIGHT = 40;
  private static final double TOP = 92;
  private static final double HEIGHT = 280;
  private static final double GROUND = TOP + HEIGHT;
  private static final int COLUMNS = 1_000;

  private final FoldedRecord record;
  private final int length;
  private final double across;

  /** Enclosing pairs after each number of bases. */
  private final double[] height;

  /** The same, expected over the ensemble; empty if there is none. */
  private final double[] expected;

  private final double @Nullable [] certainty;
  private final double highest;

  private MountainPlot(FoldedRecord record, @Nullable BasePairs ensemble) {
    this.record = record;
    Structure structure = record.fold().structure();
    length = structure.length();
    across = (WIDTH - LEFT - RIGHT) / length;
    height = new double[length + 1];
    for (int i = 0; i < length; i++) {
      int j = structure.partner(i);
      height[i + 1] = height[i] + (j > i ? 1 : j >= 0 ? -1 : 0);
    }
    expected = ensemble == null ? new double[0] : expected(ensemble);
    certainty = ensemble == null ? null : Certainty.of(structure, ensemble);
    double top = Arrays.stream(height).max().orElse(1);
    highest = Math.max(1, Math.max(top, Arrays.stream(expected).max().orElse(1)));
  }

  private static double[] expected(BasePairs ensemble) {
    double[] change = new double[ensemble.length() + 1];
    for (int a = 0; a < ensemble.size(); a++) {
      change[ensemble.left()[a] + 1] += ensemble.probability()[a];
      change[ensemble.right()[a] + 1] -= ensemble.probability()[a];
    }
    Arrays.parallelPrefix(change, Double::sum);
    return change;
  }

  static String draw(FoldedRecord record, @Nullable BasePairs ensemble) {
    return new MountainPlot(record, ensemble).draw();
  }

  private String draw() {
    Svg svg = new Svg(WIDTH, GROUND + 56, record.id() + ", mountain plot");
    svg.caption(record, LEFT, 34);
    axes(svg);
    String outline = outline(height);
    if (certainty == null) {
      svg.add("<path class=\"accent\" fill-opacity=\"0.2\" d=\"" + outline + "Z\"/>\n");
      svg.add("<path class=\"line-accent\" fill=\"none\" stroke-width=\"1.2\" d=\"" + outline);
    } else {
      svg.legend(WIDTH - RIGHT, 20, "sure", "doubtful", "sure");
      columns(svg, certainty);
      svg.add("<path class=\"line-ink\" fill=\"none\" stroke-width=\"1.1\"");
      svg.add(" stroke-linejoin=\"round\" d=\"" + outline(expected));
    }
    svg.add("\"/>\n");
    svg.line(LEFT, GROUND, WIDTH - RIGHT, GROUND, "pale", 1);
    return svg.end();
  }

  private double x(double bases) {
    return LEFT + bases * across;
  }

  private double y(double value) {
    return GROUND - value * HEIGHT / highest;
  }

  /** A line over the values; where several share a column, through their mean. */
  private String outline(double[] values) {
    int bin = Math.max(1, (length + COLUMNS - 1) / COLUMNS);
    StringBuilder path = new StringBuilder("M" + Svg.number(LEFT) + " " + Svg.number(GROUND));
    for (int from = 1; from <= length; from += bin) {
      int to = Math.min(from + bin, length + 1);
      double mean = mean(values, from, to);
      path.append('L').append(Svg.number(x((from + to) / 2.0 - 1))).append(' ');
      path.append(Svg.number(y(mean)));
    }
    return path.append("L" + Svg.number(WIDTH - RIGHT) + " " + Svg.number(GROUND)).toString();
  }

  /** The mountain, in runs of one colour. */
  private void columns(Svg svg, double[] sure) {
    int bin = Math.max(1, (length + COLUMNS - 1) / COLUMNS);
    StringBuilder[] paths = new StringBuilder[Svg.STEPS];
    Arrays.setAll(paths, step -> new StringBuilder());
    for (int from = 0; from < length; from += bin) {
      int to = Math.min(from + bin, length);
      double value = mean(height, from + 1, to + 1);
      if (value > 0) {
        double left = x(from);
        String box = Svg.number(left) + " " + Svg.number(GROUND) + "V" + Svg.number(y(value));
        paths[Certainty.step(mean(sure, from, to))].append(
            "M" + box + "H" + Svg.number(x(to)) + "V" + Svg.number(GROUND) + "Z");
      }
    }
    for (int step = 0; step < Svg.STEPS; step++) {
      if (!paths[step].isEmpty()) {
        svg.add(
            "<path class=\"sure"
                + step
                + "\" shape-rendering=\"crispEdges\" fill-opacity=\"0.85\" d=\"");
        svg.add(paths[step] + "\"/>\n");
      }
    }
  }

  private static double mean(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).average().orElse(0);
  }

  private void axes(Svg svg) {
    int level = Svg.tickStep((int) highest, 6);
    for (int at = 0; at <= highest; at += level) {
      svg.line(LEFT, y(at), WIDTH - RIGHT, y(at), "grid", 1);
      String words = String.format(Locale.ROOT, "%,d", at);
      svg.label(LEFT - 8, y(at) + 4, 11, "end", "soft", words);
    }
    int every = Svg.tickStep(length, 12);
    for (int at = every; at <= length; at += every) {
      svg.line(x(at - 0.5), GROUND, x(at - 0.5), GROUND + 5, "pale", 1);
      String words = String.format(Locale.ROOT, "%,d", at);
      svg.label(x(at - 0.5), GROUND + 19, 11, "middle", "soft", words);
    }
    svg.label((LEFT + WIDTH - RIGHT) / 2, GROUND + 40, 12, "middle", "soft", "position");
    String what = certainty == null ? "enclosing pairs" : "enclosing pairs (line: ensemble)";
    svg.label(LEFT, TOP - 12, 12, "start", "soft", what);
  }
}
