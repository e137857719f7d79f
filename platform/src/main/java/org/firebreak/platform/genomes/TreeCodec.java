package org.firebreak.platform.genomes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.tree.Phylogeny;
import tools.jackson.databind.ObjectMapper;

/**
 * A tree as bytes: the magic {@code FBTR}, a version, then compressed with a checksum (gzip) the
 * nodes in preorder, each as parent, name, genome, choices, mutations, date, interval, place and
 * its probability, then the places and the summary as JSON. About 40 bytes a node.
 */
final class TreeCodec {

  private static final int MAGIC = 0x46425452;
  private static final int VERSION = 1;
  private static final int NODES_MAX = 1 << 26;

  private TreeCodec() {}

  static byte[] write(PlacedTree tree, ObjectMapper json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      DataOutputStream head = new DataOutputStream(bytes);
      head.writeInt(MAGIC);
      head.writeInt(VERSION);
      head.flush();
      try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes, 1 << 16))) {
        out.writeInt(tree.size());
        for (int i = 0; i < tree.size(); i++) {
          writeNode(tree, i, out);
        }
        out.writeInt(tree.places().length);
        for (String place : tree.places()) {
          out.writeUTF(place);
        }
        byte[] summary = json.writeValueAsString(tree.summary()).getBytes(StandardCharsets.UTF_8);
        out.writeInt(summary.length);
        out.write(summary);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeNode(PlacedTree tree, int i, DataOutputStream out) throws IOException {
    out.writeInt(i - tree.parent(i));
    out.writeUTF(tree.genomes()[i] == 0 ? "" : tree.phylogeny().names()[i]);
    out.writeLong(tree.genomes()[i]);
    out.writeInt(tree.choices()[i]);
    int[] branch = tree.mutations()[i];
    out.writeInt(branch.length);
    for (int mutation : branch) {
      out.writeInt(mutation);
    }
    out.writeDouble(tree.dates()[i]);
    out.writeDouble(tree.intervals()[2 * i]);
    out.writeDouble(tree.intervals()[2 * i + 1]);
    out.writeInt(tree.place()[i]);
    out.writeFloat(tree.placeProbability()[i]);
  }

  /**
   * Reads a tree.
   *
   * @throws DataException if the bytes are no tree, of a later version, or damaged
   */
  static PlacedTree read(byte[] bytes, ObjectMapper json) {
    try {
      DataInputStream head = new DataInputStream(new ByteArrayInputStream(bytes));
      if (head.readInt() != MAGIC) {
        throw new DataException("tree-damaged", "The stored tree is none; build it anew");
      }
      if (head.readInt() != VERSION) {
        throw new DataException(
            "tree-newer", "The stored tree was written by a later version; build it anew");
      }
      try (DataInputStream in = new DataInputStream(new GZIPInputStream(head, 1 << 16))) {
        return read(in, json);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new DataException("tree-damaged", "The stored tree is damaged; build it anew", e);
    }
  }

  private static PlacedTree read(DataInputStream in, ObjectMapper json) throws IOException {
    int size = in.readInt();
    if (size < 1 || size > NODES_MAX) {
      throw new IOException("nodes: " + size);
    }
    int[] parent = new int[size];
    String[] names = new String[size];
    double[] lengths = new double[size];
    int[][] mutations = new int[size][];
    long[] genomes = new long[size];
    int[] choices = new int[size];
    double[] dates = new double[size];
    double[] intervals = new double[2 * size];
    int[] place = new int[size];
    float[] probability = new float[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i - in.readInt();
      String name = in.readUTF();
      genomes[i] = in.readLong();
      names[i] = genomes[i] == 0 ? "node_" + (i + 1) : name;
      choices[i] = in.readInt();
      mutations[i] = new int[in.readInt()];
      for (int k = 0; k < mutations[i].length; k++) {
        mutations[i][k] = in.readInt();
      }
      lengths[i] = mutations[i].length;
      dates[i] = in.readDouble();
      intervals[2 * i] = in.readDouble();
      intervals[2 * i + 1] = in.readDouble();
      place[i] = in.readInt();
      probability[i] = in.readFloat();
    }
    String[] places = new String[in.readInt()];
    for (int k = 0; k < places.length; k++) {
      places[k] = in.readUTF();
    }
    byte[] summary = in.readNBytes(in.readInt());
    return new PlacedTree(
        new Phylogeny(parent, names, lengths),
        mutations,
        genomes,
        choices,
        dates,
        intervals,
        places,
        place,
        probability,
        json.readValue(new String(summary, StandardCharsets.UTF_8), TreeSummary.class));
  }
}
