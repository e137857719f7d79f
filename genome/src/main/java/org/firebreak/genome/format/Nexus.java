package org.firebreak.genome.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.tree.Phylogeny;

/**
 * NEXUS files: reads the first tree of the first TREES block, with its TRANSLATE table; writes one
 * TREES block, dates as FigTree's comments {@code [&date=2020.1]}.
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
    double date = tree.dates()[node];
    return Double.isNaN(date) ? "" : String.format(Locale.ROOT, "[&date=%.4f]", date);
  }
}
