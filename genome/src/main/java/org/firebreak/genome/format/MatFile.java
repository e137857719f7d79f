package org.firebreak.genome.format;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.align.Letters;
import org.firebreak.genome.tree.Mutation;
import org.firebreak.genome.tree.Phylogeny;

/**
 * UShER's mutation-annotated tree (MAT) as protocol buffers: a message of a Newick string (1), the
 * mutations of each node in preorder (2), condensed nodes that stand for several identical samples
 * (3) and clades (4). Plain or gzip, told apart by content when read and by name when written.
 */
public final class MatFile {

  private static final int VARINT = 0;
  private static final int BYTES = 2;

  private MatFile() {}

  /**
   * Reads a file; condensed nodes become the samples they stand for.
   *
   * @throws UserException if it cannot be read
   * @throws DataException if it is no such file
   */
  public static AnnotatedTree read(Path file) {
    byte[] bytes = bytes(file);
    try {
      return parse(file.toString(), new Cursor(bytes, 0, bytes.length));
    } catch (IndexOutOfBoundsException e) {
      throw new DataException(
          "mat-malformed",
          file + ": not a mutation-annotated tree (protobuf), or truncated: " + e.getMessage(),
          e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      boolean gzip = bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
      if (!gzip) {
        return bytes;
      }
      try (GZIPInputStream plain = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
        return plain.readAllBytes();
      }
    } catch (NoSuchFileException e) {
      throw new UserException("file-unreadable", file + ": no such file", e);
    } catch (IOException e) {
      throw new DataException("mat-malformed", file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static AnnotatedTree parse(String file, Cursor in) {
    String newick = "";
    List<int[]> mutations = new ArrayList<>();
    Map<String, List<String>> condensed = new HashMap<>();
    List<String> clades = new ArrayList<>();
    while (in.more()) {
      int key = in.key();
      switch (key) {
        case 1 << 3 | BYTES -> newick = in.text();
        case 2 << 3 | BYTES -> mutations.add(mutationList(in.message()));
        case 3 << 3 | BYTES -> condensedNode(in.message(), condensed);
        case 4 << 3 | BYTES -> clades.add(clade(in.message()));
        default -> in.skip(key);
      }
    }
    Phylogeny tree = Newick.parse(file, newick);
    if (mutations.size() != tree.size()) {
      throw new DataException(
          "mat-malformed",
          "%s: %d nodes in the tree, but mutations of %d"
              .formatted(file, tree.size(), mutations.size()));
    }
    return expand(tree, mutations, condensed, clades);
  }

  private static int[] mutationList(Cursor in) {
    int[] list = new int[4];
    int n = 0;
    while (in.more()) {
      int key = in.key();
      if (key != (1 << 3 | BYTES)) {
        in.skip(key);
        continue;
      }
      int mutation = mutation(in.message());
      if (mutation >= 0) {
        list = n == list.length ? Arrays.copyOf(list, 2 * n) : list;
        list[n++] = mutation;
      }
    }
    list = Arrays.copyOf(list, n);
    Arrays.sort(list);
    return list;
  }

  /** Packed mutation; -1 for one that is masked (position 0 or below). */
  private static int mutation(Cursor in) {
    long position = 0;
    int from = 0;
    int to = 0;
    while (in.more()) {
      int key = in.key();
      switch (key) {
        case 1 << 3 -> position = in.varint();
        case 3 << 3 -> from = (int) in.varint();
        case 4 << 3 -> to = (int) in.varint();
        case 4 << 3 | BYTES -> {
          Cursor packed = in.message();
          to = packed.more() ? (int) packed.varint() : to;
        }
        default -> in.skip(key);
      }
    }
    boolean masked = position <= 0 || position > Mutation.LONGEST_GENOME || from == to;
    return masked ? -1 : Mutation.of((int) position - 1, from & 3, to & 3);
  }

  private static void condensedNode(Cursor in, Map<String, List<String>> condensed) {
    String name = "";
    List<String> samples = new ArrayList<>();
    while (in.more()) {
      int key = in.key();
      if (key == (1 << 3 | BYTES)) {
        name = in.text();
      } else if (key == (2 << 3 | BYTES)) {
        samples.add(in.text());
      } else {
        in.skip(key);
      }
    }
    condensed.put(name, samples);
  }

  private static String clade(Cursor in) {
    String clade = "";
    while (in.more()) {
      int key = in.key();
      if (key == (1 << 3 | BYTES)) {
        String text = in.text();
        clade = clade.isEmpty() ? text : clade;
      } else {
        in.skip(key);
      }
    }
    return clade;
  }

  private static AnnotatedTree expand(
      Phylogeny tree,
      List<int[]> mutations,
      Map<String, List<String>> condensed,
      List<String> clades) {
    int extra = condensed.values().stream().mapToInt(List::size).sum();
    int[] parent = new int[tree.size() + extra];
    String[] names = new String[parent.length];
    int[][] branches = new int[parent.length][];
    String[] clade = new String[parent.length];
    int[] index = new int[tree.size()];
    int n = 0;
    for (int i = 0; i < tree.size(); i++) {
      int above = i == 0 ? -1 : index[tree.parent()[i]];
      List<String> samples = condensed.getOrDefault(tree.names()[i], List.of());
      index[i] = n;
      int under = above;
      if (samples.isEmpty() || mutations.get(i).length > 0) {
        parent[n] = above;
        names[n] = tree.names()[i];
        branches[n] = mutations.get(i);
        clade[n] = i < clades.size() ? clades.get(i) : "";
        under = n++;
      }
      for (String sample : samples) {
        parent[n] = under;
        names[n] = sample;
        branches[n] = new int[0];
        clade[n++] = "";
      }
    }
    double[] lengths = new double[n];
    for (int i = 0; i < n; i++) {
      lengths[i] = branches[i].length;
    }
    Phylogeny whole = new Phylogeny(Arrays.copyOf(parent, n), Arrays.copyOf(names, n), lengths);
    AnnotatedTree bare = AnnotatedTree.of(whole);
    Map<String, AnnotatedTree.Trait> traits =
        clades.stream().allMatch(String::isEmpty)
            ? Map.of()
            : Map.of(AnnotatedTree.CLADE, AnnotatedTree.Trait.of(Arrays.copyOf(clade, n)));
    return new AnnotatedTree(
        whole, Arrays.copyOf(branches, n), new byte[0], bare.dates(), bare.dateIntervals(), traits);
  }

  /**
   * Writes a tree; nothing is condensed.
   *
   * @throws UserException if the file cannot be written
   */
  public static void write(AnnotatedTree tree, String chromosome, Path file) {
    try (OutputStream raw = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
      bytes(out, 1, Newick.write(tree.phylogeny()).strip().getBytes(StandardCharsets.UTF_8));
      byte[] name = chromosome.getBytes(StandardCharsets.UTF_8);
      for (int[] branch : tree.mutations()) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        for (int mutation : branch) {
          bytes(list, 1, message(mutation, tree.reference(), name));
        }
        bytes(out, 2, list.toByteArray());
      }
      AnnotatedTree.Trait clade = tree.traits().get(AnnotatedTree.CLADE);
      for (int i = 0; i < tree.mutations().length; i++) {
        ByteArrayOutputStream metadata = new ByteArrayOutputStream();
        if (clade != null && !clade.values()[i].isEmpty()) {
          bytes(metadata, 1, clade.values()[i].getBytes(StandardCharsets.UTF_8));
        }
        bytes(out, 4, metadata.toByteArray());
      }
    } catch (IOException e) {
      throw new UserException("output-failed", file + ": cannot be written: " + e, e);
    }
  }

  private static byte[] message(int mutation, byte[] reference, byte[] chromosome)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int position = Mutation.position(mutation);
    int home =
        position < reference.length
            ? Math.max(0, Letters.base(reference[position]))
            : Mutation.from(mutation);
    number(out, 1, position + 1);
    number(out, 2, home);
    number(out, 3, Mutation.from(mutation));
    bytes(out, 4, new byte[] {(byte) Mutation.to(mutation)});
    bytes(out, 5, chromosome);
    return out.toByteArray();
  }

  private static void number(OutputStream out, int field, int value) throws IOException {
    if (value != 0) {
      varint(out, field << 3 | VARINT);
      varint(out, value);
    }
  }

  private static void bytes(OutputStream out, int field, byte[] value) throws IOException {
    varint(out, field << 3 | BYTES);
    varint(out, value.length);
    out.write(value);
  }

  private static void varint(OutputStream out, int value) throws IOException {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  /** Reads the wire format of one message. */
  private static final class Cursor {
    private final byte[] bytes;
    private final int end;
    private int at;

    Cursor(byte[] bytes, int at, int end) {
      this.bytes = bytes;
      this.at = at;
      this.end = end;
    }

    boolean more() {
      return at < end;
    }

    int key() {
      return (int) varint();
    }

    long varint() {
      long value = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        if (at >= end) {
          throw new IndexOutOfBoundsException("it ends inside a number at byte " + at);
        }
        byte b = bytes[at++];
        value |= (long) (b & 0x7f) << shift;
        if (b >= 0) {
          return value;
        }
      }
      throw new IndexOutOfBoundsException("a number is too long at byte " + at);
    }

    Cursor message() {
      long length = varint();
      if (length < 0 || length > end - at) {
        throw new IndexOutOfBoundsException("a part is longer than the file at byte " + at);
      }
      Cursor part = new Cursor(bytes, at, at + (int) length);
      at += (int) length;
      return part;
    }

    String text() {
      Cursor part = message();
      return new String(bytes, part.at, part.end - part.at, StandardCharsets.UTF_8);
    }

    void skip(int key) {
      switch (key & 7) {
        case VARINT -> varint();
        case 1 -> at += 8;
        case BYTES -> message();
        case 5 -> at += 4;
        default ->
            throw new IndexOutOfBoundsException("an unknown part (key " + key + ") at byte " + at);
      }
    }
  }
}
