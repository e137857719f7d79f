package org.firebreak.genome.format;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.annotation.Reference;

/** Reads tree files of any of the formats, told apart by content; writes them by their name. */
public final class TreeFile {

  private TreeFile() {}

  /**
   * Reads a tree.
   *
   * @throws UserException if the file cannot be read
   * @throws DataException if it is a tree of no known format, or malformed
   */
  public static AnnotatedTree read(Path file) {
    String head = head(file);
    if (head.isEmpty()) {
      throw new DataException("tree-empty", file + ": is empty; expected a tree");
    }
    if (head.startsWith("{")) {
      return isTaxonium(head) ? readTaxonium(file) : AuspiceReader.read(file);
    }
    if (Nexus.isNexus(head)) {
      return AnnotatedTree.of(Nexus.parse(file.toString(), text(file)));
    }
    if (head.startsWith("(") || head.startsWith("[") || file.toString().endsWith(".nwk")) {
      return AnnotatedTree.of(Newick.parse(file.toString(), text(file)));
    }
    return MatFile.read(file);
  }

  /** How a tree file is written. */
  private static final Map<String, Format> FORMATS = new LinkedHashMap<>();

  static {
    FORMATS.put(".pb", TreeFile::writeMat);
    FORMATS.put(".pb.gz", TreeFile::writeMat);
    FORMATS.put(".jsonl", TreeFile::writeTaxonium);
    FORMATS.put(".json", TreeFile::writeAuspice);
    FORMATS.put(".nexus", (tree, about, file) -> Files.writeString(file, Nexus.write(tree)));
    FORMATS.put(".nwk", (tree, about, file) -> Files.writeString(file, newick(tree)));
  }

  /**
   * What a file says of its tree.
   *
   * @param updated date shown with it
   */
  public record About(String title, LocalDate updated, Reference reference) {}

  private interface Format {
    void write(AnnotatedTree tree, About about, Path file) throws IOException;
  }

  /**
   * Throws if a name ends in none of the known formats: .pb, .pb.gz, .jsonl, .json, .nexus, .nwk.
   *
   * @throws UserException naming them
   */
  public static void checkName(Path file) {
    format(file);
  }

  private static Format format(Path file) {
    for (Map.Entry<String, Format> entry : FORMATS.entrySet()) {
      if (file.toString().endsWith(entry.getKey())) {
        return entry.getValue();
      }
    }
    throw new UserException(
        "format-unknown", file + ": ends in none of " + String.join(", ", FORMATS.keySet()));
  }

  /**
   * Writes a tree in the format that the file's name ends in: UShER's protobuf, Taxonium, Auspice
   * version 2, NEXUS or Newick.
   *
   * @throws UserException if the name ends in none of them, or the file cannot be written
   */
  public static void write(AnnotatedTree tree, About about, Path file) {
    try {
      format(file).write(tree, about, file);
    } catch (IOException e) {
      throw new UserException("output-failed", file + ": cannot be written: " + e, e);
    }
  }

  private static String newick(AnnotatedTree tree) {
    return Newick.write(tree.phylogeny());
  }

  private static void writeMat(AnnotatedTree tree, About about, Path file) {
    MatFile.write(tree, about.reference().name(), file);
  }

  private static void writeTaxonium(AnnotatedTree tree, About about, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      TaxoniumFile.write(tree, about.title(), out);
    }
  }

  private static void writeAuspice(AnnotatedTree tree, About about, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      AuspiceWriter.write(tree, about.title(), about.updated(), about.reference().regions(), out);
    }
  }

  private static boolean isTaxonium(String head) {
    return head.contains("\"total_nodes\"") || head.contains("\"mutation_id\"");
  }

  private static InputStream open(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    byte[] magic;
    try (InputStream look = Files.newInputStream(file)) {
      magic = look.readNBytes(2);
    }
    boolean gzip = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
    return gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
  }

  private static String head(Path file) {
    try (InputStream in = open(file)) {
      return new String(in.readNBytes(4096), StandardCharsets.ISO_8859_1).stripLeading();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static String text(Path file) {
    try (InputStream in = open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static AnnotatedTree readTaxonium(Path file) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      return TaxoniumReader.read(file.toString(), lines);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static UserException unreadable(Path file, IOException e) {
    String reason = e instanceof NoSuchFileException ? "no such file" : e.toString();
    return new UserException("file-unreadable", file + ": cannot be read: " + reason, e);
  }
}
