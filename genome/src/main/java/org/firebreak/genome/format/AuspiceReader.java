package org.firebreak.genome.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.align.Letters;
import org.firebreak.genome.tree.Mutation;
import org.firebreak.genome.tree.Phylogeny;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads Auspice's data set JSON, version 2: the tree with nucleotide mutations, dates, divergence
 * and traits, and the root sequence if it is there. The tree is read as a stream without recursion.
 * Mutations from or to a gap or N are left out.
 */
public final class AuspiceReader {

  private static final int DEEPEST = 10_000_000;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(1 << 28)
                  .build())
          .build();

  private final String file;
  private final List<Node> nodes = new ArrayList<>();
  private byte[] reference = {};

  private AuspiceReader(String file) {
    this.file = file;
  }

  private static final class Node {
    private final int parent;
    private String name = "";
    private double divergence = Double.NaN;
    private double date = Double.NaN;
    private double[] interval = {Double.NaN, Double.NaN};
    private int[] mutations = {};
    private final Map<String, String> traits = new HashMap<>();
    private final Map<String, Map<String, Double>> probabilities = new HashMap<>();

    Node(int parent) {
      this.parent = parent;
    }
  }

  /**
   * Reads a file, plain or gzip.
   *
   * @throws DataException naming file, line and column where it is malformed
   */
  public static AnnotatedTree read(Path file) {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        InputStream plain = unpack(raw);
        JsonParser in = JSON.createParser(ObjectReadContext.empty(), plain)) {
      AuspiceReader reader = new AuspiceReader(file.toString());
      reader.readDocument(in);
      return reader.result();
    } catch (NoSuchFileException e) {
      throw new UserException("file-unreadable", file + ": no such file", e);
    } catch (JacksonException e) {
      throw new DataException(
          "auspice-malformed",
          "%s, line %d, column %d: not well-formed JSON: %s"
              .formatted(
                  file,
                  e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 0 : e.getLocation().getColumnNr(),
                  e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new DataException("auspice-malformed", file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static InputStream unpack(InputStream raw) throws IOException {
    raw.mark(2);
    boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
    raw.reset();
    return gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
  }

  private void readDocument(JsonParser in) {
    if (in.nextToken() != JsonToken.START_OBJECT) {
      throw wrong("expected an object with a 'tree'");
    }
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      JsonToken value = in.nextToken();
      if ("tree".equals(name)) {
        if (value == JsonToken.START_ARRAY) {
          in.nextToken();
          readTree(in);
          while (in.nextToken() != JsonToken.END_ARRAY) {
            in.skipChildren();
          }
        } else {
          readTree(in);
        }
      } else if ("root_sequence".equals(name)) {
        Object sequences = JsonValue.read(in);
        if (sequences instanceof Map<?, ?> map && map.get("nuc") instanceof String letters) {
          reference = letters.getBytes(StandardCharsets.ISO_8859_1);
        }
      } else {
        in.skipChildren();
      }
    }
    if (nodes.isEmpty()) {
      throw wrong("no 'tree'; expected Auspice version 2");
    }
  }

  /** Reads the object at the parser's token and all below it. */
  private void readTree(JsonParser in) {
    int node = open(-1);
    while (node >= 0) {
      JsonToken token = in.nextToken();
      if (token == JsonToken.PROPERTY_NAME) {
        String name = in.currentName();
        in.nextToken();
        if (!"children".equals(name)) {
          property(nodes.get(node), name, JsonValue.read(in));
        }
      } else if (token == JsonToken.START_OBJECT) {
        node = open(node);
      } else if (token == JsonToken.END_OBJECT) {
        node = nodes.get(node).parent;
      } else if (token != JsonToken.END_ARRAY) {
        throw wrong("a tree node that is no object");
      }
    }
  }

  private int open(int parent) {
    nodes.add(new Node(parent));
    return nodes.size() - 1;
  }

  private void property(Node node, String name, @Nullable Object value) {
    if ("name".equals(name)) {
      node.name = JsonValue.text(value);
    } else if ("branch_attrs".equals(name) && value instanceof Map<?, ?> attributes) {
      if (attributes.get("mutations") instanceof Map<?, ?> lists
          && lists.get("nuc") instanceof List<?> list) {
        node.mutations = mutations(list);
      }
    } else if ("node_attrs".equals(name) && value instanceof Map<?, ?> attributes) {
      attributes.forEach((key, entry) -> attribute(node, String.valueOf(key), entry));
    }
  }

  private static void attribute(Node node, String key, @Nullable Object entry) {
    if ("div".equals(key)) {
      node.divergence = JsonValue.number(entry);
      return;
    }
    if (!(entry instanceof Map<?, ?> map)) {
      return;
    }
    if ("num_date".equals(key)) {
      node.date = JsonValue.number(map.get("value"));
      if (map.get("confidence") instanceof List<?> pair && pair.size() == 2) {
        node.interval = new double[] {JsonValue.number(pair.get(0)), JsonValue.number(pair.get(1))};
      }
      return;
    }
    String value = JsonValue.text(map.get("value"));
    if (!value.isEmpty()) {
      node.traits.put(key, value);
    }
    if (map.get("confidence") instanceof Map<?, ?> shares) {
      Map<String, Double> probabilities = new LinkedHashMap<>();
      shares.forEach((state, p) -> probabilities.put(String.valueOf(state), JsonValue.number(p)));
      node.probabilities.put(key, probabilities);
    }
  }

  private int[] mutations(List<?> list) {
    int[] mutations = new int[list.size()];
    int n = 0;
    for (Object one : list) {
      String text = String.valueOf(one);
      if (!text.matches("[A-Za-z-][0-9]{1,9}[A-Za-z-]")) {
        throw wrong("'" + text + "' is no mutation");
      }
      int from = Letters.base((byte) text.charAt(0));
      int to = Letters.base((byte) text.charAt(text.length() - 1));
      int position = Integer.parseInt(text.substring(1, text.length() - 1)) - 1;
      if (position < 0 || position >= Mutation.LONGEST_GENOME) {
        throw wrong("'" + text + "' has no position of a genome");
      }
      if (from >= 0 && to >= 0 && from != to) {
        mutations[n++] = Mutation.of(position, from, to);
      }
    }
    mutations = Arrays.copyOf(mutations, n);
    Arrays.sort(mutations);
    return mutations;
  }

  private AnnotatedTree result() {
    int size = nodes.size();
    int[] parent = new int[size];
    String[] names = new String[size];
    double[] lengths = new double[size];
    int[][] mutations = new int[size][];
    double[] dates = new double[size];
    double[][] intervals = new double[size][];
    Map<String, AnnotatedTree.Trait> traits = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      Node node = nodes.get(i);
      parent[i] = node.parent;
      names[i] = node.name;
      double above = i == 0 ? 0 : nodes.get(node.parent).divergence;
      lengths[i] = i == 0 ? Double.NaN : node.divergence - above;
      mutations[i] = node.mutations;
      dates[i] = node.date;
      intervals[i] = node.interval;
      for (Map.Entry<String, String> trait : node.traits.entrySet()) {
        AnnotatedTree.Trait column = traits.computeIfAbsent(trait.getKey(), key -> empty(size));
        column.values()[i] = trait.getValue();
        column.probabilities()[i] = node.probabilities.getOrDefault(trait.getKey(), Map.of());
      }
    }
    return new AnnotatedTree(
        new Phylogeny(parent, names, lengths), mutations, reference, dates, intervals, traits);
  }

  private static AnnotatedTree.Trait empty(int size) {
    String[] values = new String[size];
    Arrays.fill(values, "");
    return AnnotatedTree.Trait.of(values);
  }

  private DataException wrong(String what) {
    return new DataException("auspice-malformed", file + ": not an Auspice data set: " + what);
  }
}
