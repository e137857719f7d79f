package org.firebreak.genome.fold.format;

import java.util.Locale;

/** Writes an SVG document; coordinates with two decimals. */
final class Svg {

  static final String INK = "#1f2933";
  static final String SOFT = "#52606d";
  static final String PALE = "#9aa5b1";
  static final String ACCENT = "#2364aa";

  /** Colours of A, C, G, U and unknown, told apart with a colour vision deficiency too. */
  private static final String[] COLOURS = {"#0072b2", "#009e73", "#d55e00", "#cc79a7", "#8a8f98"};

  private final StringBuilder text = new StringBuilder(1 << 14);

  /** Begins a document with white ground and a title. */
  Svg(double width, double height, String title) {
    text.append(
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.2f %.2f\" width=\"%.0f\""
                + " height=\"%.0f\" font-family=\"Helvetica, Arial, sans-serif\">\n",
            width, height, width, height));
    text.append("<title>").append(escape(title)).append("</title>\n");
    add("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
  }

  static String colourOf(char base) {
    int at = "ACGU".indexOf(base);
    return COLOURS[at < 0 ? 4 : at];
  }

  static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  static String escape(String raw) {
    return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Two decimals, without the cost of a format string. */
  static String number(double value) {
    long hundredths = Math.round(value * 100);
    long whole = Math.abs(hundredths) / 100;
    long rest = Math.abs(hundredths) % 100;
    return (hundredths < 0 ? "-" : "") + whole + (rest < 10 ? ".0" : ".") + rest;
  }

  Svg add(String... parts) {
    for (String part : parts) {
      text.append(part);
    }
    text.append('\n');
    return this;
  }

  Svg label(double x, double y, double size, String anchor, String colour, String words) {
    return add(
        "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" font-size=\"" + number(size),
        "\" text-anchor=\"" + anchor + "\" fill=\"" + colour + "\">" + escape(words) + "</text>");
  }

  Svg line(double x1, double y1, double x2, double y2, String colour, double width) {
    return add(
        "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2),
        "\" y2=\"" + number(y2) + "\" stroke=\"" + colour,
        "\" stroke-width=\"" + number(width) + "\"/>");
  }

  /** Caption: name, length, pairs, energy. */
  Svg caption(FoldedRecord record, double x, double y) {
    label(x, y, 17, "start", INK, record.id());
    String facts =
        format(
            "%,d nt  ·  %,d pairs  ·  %.2f kcal/mol",
            record.sequence().length(), record.fold().structure().pairs(), record.fold().kcal());
    return label(x, y + 19, 12, "start", SOFT, facts);
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
