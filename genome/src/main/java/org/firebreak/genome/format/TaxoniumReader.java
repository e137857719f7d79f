package org.firebreak.genome.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.align.Letters;
import org.firebreak.genome.tree.Mutation;
import org.firebreak.genome.tree.Phylogeny;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads Taxonium's JSON lines: topology, names, nucleotide mutations, dates, {@code meta_} columns.
 */
public final class TaxoniumReader {

  private static final JsonFactory JSON = new JsonFactory();

  private final Map<Integer, Integer> mutations = new HashMap<>();
  private final List<Map<?, ?>> rows = new ArrayList<>();

  private TaxoniumReader() {}

  /**
   * Reads a file's lines.
   *
   * @param file its name in messages
   * @throws DataException naming file and line where it is malformed
   */
  public static AnnotatedTree read(String file, BufferedReader lines) throws IOException {
    TaxoniumReader reader = new TaxoniumReader();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        Object value = parse(file, number, line);
        if (!(value instanceof Map<?, ?> map)) {
          throw wrong(file, number, "expected an object");
        }
        if (number == 1) {
          reader.header(map);
        } else {
          reader.rows.add(map);
        }
      }
    }
    return reader.result(file);
  }

  private static @Nullable Object parse(String file, int number, String line) {
    try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), line)) {
      in.nextToken();
      return JsonValue.read(in);
    } catch (JacksonException e) {
      throw wrong(file, number, "not well-formed JSON: " + e.getOriginalMessage());
    }
  }

  private void header(Map<?, ?> header) {
    if (!(header.get("mutations") instanceof List<?> list)) {
      return;
    }
    for (Object entry : list) {
      if (entry instanceof Map<?, ?> one && isNucleotide(one)) {
        int from = base(one.get("previous_residue"));
        int to = base(one.get("new_residue"));
        int position = (int) JsonValue.number(one.get("residue_pos")) - 1;
        if (from >= 0 && to >= 0 && position >= 0 && position < Mutation.LONGEST_GENOME) {
          int id = (int) JsonValue.number(one.get("mutation_id"));
          mutations.put(id, Mutation.of(position, from, to));
        }
      }
    }
  }

  private static boolean isNucleotide(Map<?, ?> mutation) {
    return "nt".equals(mutation.get("type")) || "nt".equals(mutation.get("gene"));
  }

  private static int base(@Nullable Object letter) {
    return letter instanceof String text && text.length() == 1
        ? Letters.base((byte) text.charAt(0))
        : -1;
  }

  private AnnotatedTree result(String file) {
    int size = rows.size();
    Map<Integer, Integer> numbers = new HashMap<>();
    for (int i = 0; i < size; i++) {
      numbers.put((int) JsonValue.number(rows.get(i).get("node_id")), i);
    }
    int[] above = new int[size];
    for (int i = 0; i < size; i++) {
      Integer parent = numbers.get((int) JsonValue.number(rows.get(i).get("parent_id")));
      if (parent == null) {
        throw wrong(file, i + 2, "parent_id is the node_id of no line");
      }
      above[i] = parent;
    }
    int[] order = TaxoniumFile.preorder(above);
    if (size == 0 || order.length != size) {
      throw wrong(file, 1, "the nodes make no tree; the file may be truncated");
    }
    return inOrder(order, above);
  }

  private AnnotatedTree inOrder(int[] order, int[] above) {
    int size = order.length;
    int[] place = new int[size];
    int[] parent = new int[size];
    String[] names = new String[size];
    double[] lengths = new double[size];
    int[][] branches = new int[size][];
    double[] dates = new double[size];
    double[][] intervals = new double[size][];
    Map<String, AnnotatedTree.Trait> traits = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      Map<?, ?> row = rows.get(order[i]);
      place[order[i]] = i;
      parent[i] = i == 0 ? -1 : place[above[order[i]]];
      names[i] = JsonValue.text(row.get("name"));
      branches[i] = branch(row);
      double x = JsonValue.number(row.get("x_dist"));
      double before = i == 0 ? x : JsonValue.number(rows.get(above[order[i]]).get("x_dist"));
      lengths[i] = i == 0 ? Double.NaN : x - before;
      dates[i] = JsonValue.number(row.get("x_time"));
      intervals[i] = new double[] {Double.NaN, Double.NaN};
      int node = i;
      row.forEach((key, value) -> trait(String.valueOf(key), value, node, size, traits));
    }
    return new AnnotatedTree(
        new Phylogeny(parent, names, lengths), branches, new byte[0], dates, intervals, traits);
  }

  private static void trait(
      String key,
      @Nullable Object value,
      int node,
      int size,
      Map<String, AnnotatedTree.Trait> traits) {
    String text = JsonValue.text(value);
    if (key.startsWith("meta_") && !text.isEmpty()) {
      traits.computeIfAbsent(
                  key.substring(5),
                  name -> {
                    String[] values = new String[size];
                    Arrays.fill(values, "");
                    return AnnotatedTree.Trait.of(values);
                  })
              .values()[node] =
          text;
    }
  }

  private int[] branch(Map<?, ?> row) {
    if (!(row.get("mutations") instanceof List<?> list)) {
      return new int[0];
    }
    return list.stream()
        .mapToInt(id -> mutations.getOrDefault((int) JsonValue.number(id), -1))
        .filter(mutation -> mutation >= 0)
        .sorted()
        .toArray();
  }

  private static DataException wrong(String file, int line, String what) {
    return new DataException(
        "taxonium-malformed", "%s, line %d: not a Taxonium file: %s".formatted(file, line, what));
  }
}
