package org.firebreak.genome.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;

/** Reads a tree file of any of the formats, told apart by content. */
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
