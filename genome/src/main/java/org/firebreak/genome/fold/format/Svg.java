package org.firebreak.genome.fold.format;

import java.util.Locale;

/**
 * Writes an SVG document. Colours are classes of a style sheet of its own, which has a second set
 * for viewers that prefer a dark ground; renderers without style queries show the light one.
 */
final class Svg {

  /** Number of steps of a colour scale. */
  static final int STEPS = 5;

  /** Ground, ink, soft ink, pale lines, grid, accent. */
  private static final String[] NAMES = {"ground", "ink", "soft", "pale", "grid", "accent"};

  private static final String[] LIGHT = {
    "#ffffff", "#1f2933", "#52606d", "#9aa5b1", "#e4e7eb", "#2364aa"
  };
  private static final String[] DARK = {
    "#12161b", "#e8ecf0", "#a9b4c0", "#64707d", "#2a323b", "#7fb5ec"
  };

  /** From near to far. */
  private static final String[] REACH_LIGHT = {
    "#0d9488", "#2c86b5", "#5b6fc9", "#8552bd", "#a83a8f"
  };

  private static final String[] REACH_DARK = {
    "#2dd4bf", "#5cb8e0", "#8b9cf4", "#b48af0", "#e07fc8"
  };

  /** From doubtful to sure. */
  private static final String[] SURE_LIGHT = {
    "#c3cad2", "#e9a23b", "#62b3c4", "#2f80c2", "#174a94"
  };

  private static final String[] SURE_DARK = {"#4b5561", "#c98a2e", "#3c8fa3", "#57a6ea", "#b4dcff"};

  /** A, C, G, U and unknown, told apart with a colour vision deficiency too. */
  private static final String[] BASES = {"#0072b2", "#00866a", "#c75300", "#b4578f", "#7d848c"};

  private final StringBuilder text = new StringBuilder(1 << 14);

  /** Begins a document with a ground and a title. */
  Svg(double width, double height, String title) {
    String box = number(width) + " " + number(height);
    add("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"fold\" viewBox=\"0 0 " + box);
    add("\" width=\"" + Math.round(width) + "\" height=\"" + Math.round(height));
    add("\" font-family=\"system-ui, Helvetica, Arial, sans-serif\" role=\"img\">\n");
    add("<title>" + escape(title) + "</title>\n<style>\n");
    styles("", LIGHT, REACH_LIGHT, SURE_LIGHT);
    add("@media (prefers-color-scheme: dark) {\n");
    styles("  ", DARK, REACH_DARK, SURE_DARK);
    add("}\n");
    for (int b = 0; b < BASES.length; b++) {
      add(".fold .base" + b + "{fill:" + BASES[b] + "}\n");
    }
    add(".fold .on{fill:#ffffff}\n</style>\n");
    add("<rect width=\"100%\" height=\"100%\" class=\"ground\"/>\n");
  }

  private void styles(String indent, String[] plain, String[] reach, String[] sure) {
    for (int c = 0; c < plain.length; c++) {
      style(indent, NAMES[c], plain[c]);
    }
    for (int c = 0; c < STEPS; c++) {
      style(indent, "reach" + c, reach[c]);
      style(indent, "sure" + c, sure[c]);
      style(indent, "on-sure" + c, c < 3 ? plain[1] : plain[0]);
    }
  }

  private void style(String indent, String name, String colour) {
    add(indent + ".fold ." + name + "{fill:" + colour + "}\n");
    add(indent + ".fold .line-" + name + "{stroke:" + colour + "}\n");
  }

  static String baseClass(char base) {
    int at = "ACGU".indexOf(base);
    return "base" + (at < 0 ? 4 : at);
  }

  static String escape(String raw) {
    StringBuilder safe = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        default -> safe.append(c < ' ' ? ' ' : c);
      }
    }
    return safe.toString();
  }

  /** One decimal, without the cost of a format string. */
  static String number(double value) {
    long tenths = Math.round(value * 10);
    long whole = Math.abs(tenths) / 10;
    long rest = Math.abs(tenths) % 10;
    String sign = tenths < 0 ? "-" : "";
    return rest == 0 ? sign + whole : sign + whole + "." + rest;
  }

  Svg add(String part) {
    text.append(part);
    return this;
  }

  Svg label(double x, double y, double size, String anchor, String type, String words) {
    add("<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" font-size=\"" + number(size));
    return add(
        "\" text-anchor=\"" + anchor + "\" class=\"" + type + "\">" + escape(words) + "</text>\n");
  }

  Svg line(double x1, double y1, double x2, double y2, String type, double width) {
    add("<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2));
    add("\" y2=\"" + number(y2) + "\" class=\"line-" + type);
    return add("\" stroke-width=\"" + number(width) + "\"/>\n");
  }

  /** Name, and below it length, pairs and energy. */
  Svg caption(FoldedRecord record, double x, double y) {
    label(x, y, 18, "start", "ink", record.id());
    String facts =
        String.format(
            Locale.ROOT,
            "%,d nt  ·  %,d pairs  ·  %.2f kcal/mol",
            record.sequence().length(),
            record.fold().structure().pairs(),
            record.fold().kcal());
    return label(x, y + 20, 12.5, "start", "soft", facts);
  }

  /** A row of colour steps with a word at either end, its right edge at x. */
  Svg legend(double x, double y, String scale, String low, String high) {
    double width = 28;
    double from = x - STEPS * width;
    for (int step = 0; step < STEPS; step++) {
      add("<rect x=\"" + number(from + step * width) + "\" y=\"" + number(y) + "\" width=\"");
      add(number(width) + "\" height=\"8\" class=\"" + scale + step + "\"/>\n");
    }
    label(from, y + 21, 11, "start", "soft", low);
    return label(x, y + 21, 11, "end", "soft", high);
  }

  /** A step of 1, 2 or 5 times a power of ten that gives at most this many ticks. */
  static int tickStep(int length, int most) {
    int scale = 1;
    while (true) {
      for (int factor : new int[] {1, 2, 5}) {
        if (length / (scale * factor) <= most) {
          return scale * factor;
        }
      }
      scale *= 10;
    }
  }

  String end() {
    return text.append("</svg>\n").toString();
  }
}
