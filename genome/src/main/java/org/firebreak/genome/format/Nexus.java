package org.firebreak.genome.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.tree.Phylogeny;

/**
 * NEXUS files: reads the first tree of the first TREES block, with its TRANSLATE table; writes one
 * TREES block, with dates, their intervals and traits as FigTree's comments {@code
 * [&date=2020.1,date_CI={2020.0,2020.2},support=0.95,country="China"]}.
 */
public final class Nexus {

  private static final Pattern TREE =
      Pattern.compile("\\btree\\s+\\*?\\s*('[^']*'|[^=\\s]+)\\s*=", Pattern.CASE_INSENSITIVE);
  private static final Pattern TRANSLATE =
      Pattern.compile("\\btranslate\\b([^;]*);", Pattern.CASE_INSENSITIVE);

  private Nexus() {}

  /** Whether a text is NEXUS. */
  public static boolean isNexus(String text) {
    return text.stripLeading().regionMatches(true, 0, "#NEXUS", 0, 6);
  }

  /**
   * Parses a text.
   *
   * @throws DataException if it holds no tree, or a malformed one
   */
  public static Phylogeny parse(String file, String text) {
    Matcher tree = TREE.matcher(text);
    if (!tree.find()) {
      throw new DataException("nexus-no-tree", file + ": holds no TREE statement");
    }
    // Blanks instead of what stands before keep line and column right in messages.
    StringBuilder blank = new StringBuilder();
    for (int i = 0; i < tree.end(); i++) {
      blank.append(text.charAt(i) == '\n' ? '\n' : ' ');
    }
    Phylogeny parsed = Newick.parse(file, blank + text.substring(tree.end()));
    Map<String, String> names = translation(text.substring(0, tree.start()));
    String[] translated = parsed.names().clone();
    for (int i = 0; i < translated.length; i++) {
      translated[i] = names.getOrDefault(translated[i], translated[i]);
    }
    return new Phylogeny(parsed.parent(), translated, parsed.lengths());
  }

  private static Map<String, String> translation(String head) {
    Map<String, String> names = new HashMap<>();
    Matcher table = TRANSLATE.matcher(head);
    if (table.find()) {
      for (String pair : table.group(1).split(",", -1)) {
        String[] parts = pair.strip().split("\\s+", 2);
        if (parts.length == 2) {
          String name = parts[1].strip();
          boolean quoted = name.length() > 1 && name.startsWith("'") && name.endsWith("'");
          names.put(
              parts[0], quoted ? name.substring(1, name.length() - 1).replace("''", "'") : name);
        }
      }
    }
    return names;
  }

  /** Writes a tree with the dates of its nodes. */
  public static String write(AnnotatedTree tree) {
    StringBuilder out = new StringBuilder("#NEXUS\nBegin taxa;\n  Dimensions ntax=");
    int[] leaves = tree.phylogeny().leaves();
    out.append(leaves.length).append(";\n  Taxlabels");
    for (int leaf : leaves) {
      out.append(' ').append(Newick.quote(tree.phylogeny().names()[leaf]));
    }
    out.append(";\nEnd;\nBegin trees;\n  Tree tree1 = [&R] ");
    out.append(Newick.write(tree.phylogeny(), node -> comment(tree, node)));
    return out.append("End;\n").toString();
  }

  private static String comment(AnnotatedTree tree, int node) {
    List<String> parts = new ArrayList<>();
    double[] interval = tree.dateIntervals()[node];
    if (!Double.isNaN(tree.dates()[node])) {
      parts.add(String.format(Locale.ROOT, "date=%.4f", tree.dates()[node]));
    }
    if (!Double.isNaN(interval[0])) {
      parts.add(String.format(Locale.ROOT, "date_CI={%.4f,%.4f}", interval[0], interval[1]));
    }
    tree.traits()
        .forEach((name, trait) -> {
          String value = trait.values()[node];
          if (!value.isEmpty()) {
            String key = name.replaceAll("[^A-Za-z0-9_]", "_");
            parts.add(key + "=" + (trait.isNumeric() ? value : quote(value)));
            Double probability = trait.probabilities()[node].get(value);
            if (probability != null) {
              parts.add(String.format(Locale.ROOT, "%s_probability=%.4f", key, probability));
            }
          }
        });
    return parts.isEmpty() ? "" : "[&" + String.join(",", parts) + "]";
  }

  /** A comment ends at the first bracket, so a value may hold none. */
  private static String quote(String value) {
    return '"' + value.replaceAll("[\\[\\]\"]", " ") + '"';
  }
}
