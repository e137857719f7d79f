package org.firebreak.genome.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.tree.Phylogeny;

/**
 * Newick trees: names plain or in single quotes ('' for a quote inside), lengths, comments in
 * brackets skipped. Reads and writes without recursion, so depth does not matter.
 */
public final class Newick {

  private static final String SPECIAL = "()[]{}:;,'\" \t\n\r";

  private final String file;
  private final String text;
  private int at;

  private final List<Integer> parent = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<Double> lengths = new ArrayList<>();

  private Newick(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * Parses one tree.
   *
   * @param file its name in messages
   * @throws DataException naming line and column where the text is no tree
   */
  public static Phylogeny parse(String file, String text) {
    Newick newick = new Newick(file, text);
    newick.run();
    int[] parents = newick.parent.stream().mapToInt(Integer::intValue).toArray();
    double[] lengths = newick.lengths.stream().mapToDouble(Double::doubleValue).toArray();
    return new Phylogeny(parents, newick.names.toArray(String[]::new), lengths);
  }

  private void run() {
    skip();
    if (at == text.length()) {
      throw new DataException("tree-empty", file + ": holds no tree");
    }
    int above = -1;
    int node = open(above);
    while (true) {
      char c = peek();
      if (c == '(' && names.get(node).isEmpty() && Double.isNaN(lengths.get(node))) {
        at++;
        above = node;
        node = open(above);
        continue;
      }
      label(node);
      c = peek();
      if (c == ',') {
        at++;
        if (above < 0) {
          throw wrong("a second tree beside the root; expected ';'");
        }
        node = open(above);
      } else if (c == ')') {
        at++;
        if (above < 0) {
          throw wrong("')' without '('");
        }
        node = above;
        above = parent.get(above);
        if (peek() == '(') {
          throw wrong("'(' after ')'; expected ',', ')', a name or a length");
        }
      } else if (c == ';' || c == 0) {
        if (above >= 0) {
          throw wrong("the tree ends inside a '('; the file may be truncated");
        }
        return;
      } else {
        throw wrong("'" + c + "' where ',', ')' or ';' was expected");
      }
    }
  }

  private int open(int above) {
    parent.add(above);
    names.add("");
    lengths.add(Double.NaN);
    return parent.size() - 1;
  }

  private void label(int node) {
    char c = peek();
    if (c == '\'') {
      names.set(node, quoted());
    } else if (c != 0 && SPECIAL.indexOf(c) < 0) {
      int start = at;
      while (at < text.length() && SPECIAL.indexOf(text.charAt(at)) < 0) {
        at++;
      }
      names.set(node, text.substring(start, at));
    }
    if (peek() == ':') {
      at++;
      skip();
      int start = at;
      while (at < text.length() && "+-.0123456789eEinfa".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      try {
        lengths.set(node, Double.valueOf(text.substring(start, at)));
      } catch (NumberFormatException e) {
        throw wrong("'" + text.substring(start, at) + "' is no branch length");
      }
    }
  }

  private String quoted() {
    StringBuilder name = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '\'') {
        name.append(c);
      } else if (at < text.length() && text.charAt(at) == '\'') {
        name.append(c);
        at++;
      } else {
        return name.toString();
      }
    }
    throw wrong("a quoted name without an end");
  }

  private char peek() {
    skip();
    return at < text.length() ? text.charAt(at) : 0;
  }

  /** Skips white space and comments. */
  private void skip() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '[') {
        int end = text.indexOf(']', at);
        if (end < 0) {
          throw wrong("a comment without an end");
        }
        at = end + 1;
      } else if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
        at++;
      } else {
        return;
      }
    }
  }

  private DataException wrong(String what) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < Math.min(at, text.length()); i++) {
      column = text.charAt(i) == '\n' ? 1 : column + 1;
      line += text.charAt(i) == '\n' ? 1 : 0;
    }
    return new DataException(
        "tree-malformed",
        "%s, line %d, column %d: not a Newick tree: %s".formatted(file, line, column, what));
  }

  /** The tree as one line with its semicolon; lengths with up to 10 significant digits. */
  public static String write(Phylogeny tree) {
    return write(tree, node -> "");
  }

  /** The same with a comment after each name, for example of NEXUS. */
  static String write(Phylogeny tree, java.util.function.IntFunction<String> comment) {
    StringBuilder out = new StringBuilder(24 * tree.size());
    List<int[]> children = tree.children();
    int[] used = new int[tree.size()];
    int node = 0;
    while (node >= 0) {
      int[] below = children.get(node);
      if (used[node] < below.length) {
        out.append(used[node] == 0 ? '(' : ',');
        node = below[used[node]++];
        continue;
      }
      if (below.length > 0) {
        out.append(')');
      }
      out.append(quote(tree.names()[node])).append(comment.apply(node));
      if (!Double.isNaN(tree.lengths()[node])) {
        out.append(':').append(number(tree.lengths()[node]));
      }
      node = tree.parent()[node];
    }
    return out.append(";\n").toString();
  }

  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return Long.toString((long) value);
    }
    return String.format(Locale.ROOT, "%.10g", value);
  }

  /** The name, in quotes if it needs them. */
  static String quote(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (SPECIAL.indexOf(name.charAt(i)) >= 0) {
        return "'" + name.replace("'", "''") + "'";
      }
    }
    return name;
  }
}
