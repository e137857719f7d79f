package org.firebreak.genome.variant;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Variants as text in Nextclade's notation: 1-based, ranges closed, joined by commas. */
public final class VariantText {

  private VariantText() {}

  /** {@code C241T}. */
  public static String substitution(int packed, byte[] reference) {
    int position = Nucleotides.position(packed);
    return "" + (char) reference[position] + (position + 1) + Nucleotides.letter(packed);
  }

  /** {@code C241T,A23403G}. */
  public static String substitutions(int[] packed, byte[] reference) {
    StringBuilder text = new StringBuilder(8 * packed.length);
    for (int one : packed) {
      int position = Nucleotides.position(one);
      comma(text)
          .append((char) reference[position])
          .append(position + 1)
          .append(Nucleotides.letter(one));
    }
    return text.toString();
  }

  /** {@code 201,28881-28882}. */
  public static String ranges(int[] ranges) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < ranges.length; i += 2) {
      comma(text).append(ranges[i] + 1);
      if (ranges[i + 1] > ranges[i] + 1) {
        text.append('-').append(ranges[i + 1]);
      }
    }
    return text.toString();
  }

  /** {@code 248:G,21881:GAG}: the position after which the letters stand. */
  public static String insertions(List<Nucleotides.Insertion> insertions) {
    StringBuilder text = new StringBuilder();
    for (Nucleotides.Insertion one : insertions) {
      comma(text).append(one.after() + 1).append(':').append(one.letters());
    }
    return text.toString();
  }

  /** {@code Y:27948,K:3877}. */
  public static String mixed(int[] packed) {
    StringBuilder text = new StringBuilder();
    for (int one : packed) {
      comma(text).append(Nucleotides.letter(one)).append(':').append(Nucleotides.position(one) + 1);
    }
    return text.toString();
  }

  /** The parts by their own notation. */
  public static String list(Collection<?> parts) {
    return parts.stream().map(Object::toString).collect(Collectors.joining(","));
  }

  private static StringBuilder comma(StringBuilder text) {
    return text.isEmpty() ? text : text.append(',');
  }
}
