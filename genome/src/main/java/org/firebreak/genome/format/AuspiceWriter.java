package org.firebreak.genome.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.genome.annotation.CodingRegion;
import org.firebreak.genome.tree.Mutation;
import org.firebreak.genome.tree.Phylogeny;

/** Writes Auspice's data set JSON, version 2, without recursion. */
public final class AuspiceWriter {

  private final AnnotatedTree tree;
  private final Appendable out;
  private final double[] divergence;
  private final Set<String> numeric = new HashSet<>();

  private AuspiceWriter(AnnotatedTree tree, Appendable out) {
    this.tree = tree;
    this.out = out;
    this.divergence = new double[tree.phylogeny().size()];
    tree.traits()
        .forEach((name, trait) -> {
          if (trait.isNumeric()) {
            numeric.add(name);
          }
        });
    for (int i = 1; i < divergence.length; i++) {
      divergence[i] = divergence[tree.phylogeny().parent()[i]] + tree.phylogeny().length(i);
    }
  }

  /**
   * Writes a tree.
   *
   * @param title shown above it
   * @param updated date shown with it
   * @param regions coding regions for the genome panel; may be empty
   */
  public static void write(
      AnnotatedTree tree,
      String title,
      LocalDate updated,
      List<CodingRegion> regions,
      Appendable out)
      throws IOException {
    AuspiceWriter writer = new AuspiceWriter(tree, out);
    out.append("{\"version\":\"v2\",\"meta\":{\"title\":");
    JsonText.quote(out, title);
    out.append(",\"updated\":\"").append(updated.toString()).append('"');
    writer.meta(regions);
    out.append("},\"tree\":");
    writer.nodes();
    if (tree.reference().length > 0) {
      out.append(",\"root_sequence\":{\"nuc\":\"")
          .append(new String(tree.reference(), StandardCharsets.ISO_8859_1))
          .append("\"}");
    }
    out.append("}\n");
  }

  private void meta(List<CodingRegion> regions) throws IOException {
    out.append(",\"panels\":[\"tree\"");
    if (tree.reference().length > 0) {
      out.append(",\"entropy\"],\"genome_annotations\":{\"nuc\":{\"start\":1,\"end\":")
          .append(Integer.toString(tree.reference().length))
          .append(",\"strand\":\"+\",\"type\":\"source\"}");
      for (CodingRegion region : regions) {
        annotation(region);
      }
      out.append('}');
    } else {
      out.append(']');
    }
    out.append(",\"colorings\":[");
    boolean first = true;
    if (hasDates()) {
      out.append("{\"key\":\"num_date\",\"title\":\"Date\",\"type\":\"continuous\"}");
      first = false;
    }
    out.append(first ? "" : ",")
        .append("{\"key\":\"gt\",\"title\":\"Genotype\",\"type\":\"categorical\"}");
    for (String trait : tree.traits().keySet()) {
      out.append(",{\"key\":");
      JsonText.quote(out, trait);
      out.append(",\"title\":");
      JsonText.quote(out, trait.replace('_', ' '));
      out.append(",\"type\":\"")
          .append(numeric.contains(trait) ? "continuous" : "categorical")
          .append("\"}");
    }
    out.append("],\"filters\":[");
    first = true;
    for (String trait : tree.traits().keySet()) {
      if (!numeric.contains(trait)) {
        out.append(first ? "" : ",");
        JsonText.quote(out, trait);
        first = false;
      }
    }
    out.append(']');
  }

  private void annotation(CodingRegion region) throws IOException {
    out.append(',');
    JsonText.quote(out, region.name());
    String strand = region.reverse() ? "-" : "+";
    out.append(":{\"strand\":\"").append(strand).append("\",\"type\":\"CDS\"");
    if (region.segments().size() == 1) {
      CodingRegion.Segment only = region.segments().getFirst();
      out.append(",\"start\":").append(Integer.toString(only.start() + 1));
      out.append(",\"end\":").append(Integer.toString(only.end())).append('}');
      return;
    }
    out.append(",\"segments\":[");
    boolean first = true;
    for (CodingRegion.Segment segment : region.segments()) {
      out.append(first ? "" : ",")
          .append("{\"start\":")
          .append(Integer.toString(segment.start() + 1))
          .append(",\"end\":")
          .append(Integer.toString(segment.end()))
          .append('}');
      first = false;
    }
    out.append("]}");
  }

  private boolean hasDates() {
    for (double date : tree.dates()) {
      if (!Double.isNaN(date)) {
        return true;
      }
    }
    return false;
  }

  private void nodes() throws IOException {
    Phylogeny phylogeny = tree.phylogeny();
    List<int[]> children = phylogeny.children();
    int[] used = new int[phylogeny.size()];
    int node = 0;
    open(0);
    while (node >= 0) {
      int[] below = children.get(node);
      if (used[node] < below.length) {
        out.append(used[node] == 0 ? ",\"children\":[" : ",");
        node = below[used[node]++];
        open(node);
        continue;
      }
      out.append(below.length > 0 ? "]}" : "}");
      node = phylogeny.parent()[node];
    }
  }

  private void open(int node) throws IOException {
    out.append("{\"name\":");
    JsonText.quote(out, tree.phylogeny().names()[node]);
    out.append(",\"branch_attrs\":{");
    int[] branch = tree.mutations()[node];
    if (branch.length > 0) {
      out.append("\"mutations\":{\"nuc\":[");
      for (int i = 0; i < branch.length; i++) {
        out.append(i == 0 ? "\"" : ",\"").append(Mutation.text(branch[i])).append('"');
      }
      out.append("]}");
    }
    out.append("},\"node_attrs\":{\"div\":").append(JsonText.number(divergence[node]));
    if (!Double.isNaN(tree.dates()[node])) {
      out.append(",\"num_date\":{\"value\":").append(JsonText.number(tree.dates()[node]));
      double[] interval = tree.dateIntervals()[node];
      if (!Double.isNaN(interval[0])) {
        out.append(",\"confidence\":[")
            .append(JsonText.number(interval[0]))
            .append(',')
            .append(JsonText.number(interval[1]))
            .append(']');
      }
      out.append('}');
    }
    for (Map.Entry<String, AnnotatedTree.Trait> trait : tree.traits().entrySet()) {
      trait(trait.getKey(), trait.getValue(), node);
    }
    out.append('}');
  }

  private void trait(String name, AnnotatedTree.Trait trait, int node) throws IOException {
    if (trait.values()[node].isEmpty()) {
      return;
    }
    out.append(',');
    JsonText.quote(out, name);
    out.append(":{\"value\":");
    if (numeric.contains(name)) {
      out.append(trait.values()[node]);
    } else {
      JsonText.quote(out, trait.values()[node]);
    }
    Map<String, Double> probabilities = trait.probabilities()[node];
    if (!probabilities.isEmpty()) {
      out.append(",\"confidence\":{");
      boolean first = true;
      for (Map.Entry<String, Double> state : probabilities.entrySet()) {
        out.append(first ? "" : ",");
        JsonText.quote(out, state.getKey());
        out.append(':').append(JsonText.number(state.getValue()));
        first = false;
      }
      out.append('}');
    }
    out.append('}');
  }
}
