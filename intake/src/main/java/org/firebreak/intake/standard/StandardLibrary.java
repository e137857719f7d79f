package org.firebreak.intake.standard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.InternalException;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;

/**
 * The standards by key: those that ship with the project, and those of a folder of YAML files,
 * which may add to them or replace one by a file of the same key and a higher version.
 *
 * <p>Immutable; thread-safe.
 */
public final class StandardLibrary {

  private static final List<String> SHIPPED_KEYS =
      List.of("annotation", "case", "contact", "daily-count", "facility", "population", "region");
  private static final StandardLibrary SHIPPED = readShipped();

  private final SortedMap<String, Standard> standards;

  private StandardLibrary(SortedMap<String, Standard> standards) {
    this.standards = Collections.unmodifiableSortedMap(standards);
  }

  /** The standards that ship with the project. */
  public static StandardLibrary shipped() {
    return SHIPPED;
  }

  /**
   * The shipped standards with those of a folder's {@code *.yaml} files; a missing folder adds
   * none.
   *
   * @throws DataException if a file is not a standard, naming file and place
   * @throws ResourceException if the folder cannot be read
   */
  public static StandardLibrary withFolder(Path folder) {
    SortedMap<String, Standard> standards = new TreeMap<>(SHIPPED.standards);
    if (!Files.isDirectory(folder)) {
      return SHIPPED;
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> sorted =
          files.filter(file -> file.toString().matches(".*\\.ya?ml")).sorted().toList();
      for (Path file : sorted) {
        add(standards, file.toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new ResourceException(
          "folder-unreadable", folder + ": cannot be read: " + e.getMessage(), e);
    }
    return new StandardLibrary(standards);
  }

  private static void add(SortedMap<String, Standard> standards, String file, String yaml) {
    Standard standard = StandardReader.read(file, yaml);
    Standard present = standards.get(standard.key());
    if (present != null && present.version() >= standard.version()) {
      throw new DataException(
          "standard-version",
          "%s: '%s' is there already in version %d; give this one a higher version"
              .formatted(file, standard.key(), present.version()));
    }
    standards.put(standard.key(), standard);
  }

  private static StandardLibrary readShipped() {
    SortedMap<String, Standard> standards = new TreeMap<>();
    for (String key : SHIPPED_KEYS) {
      String resource = "/standards/" + key + ".yaml";
      try (InputStream in = StandardLibrary.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new InternalException("standard-missing", resource + " is not there");
        }
        add(standards, resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new InternalException("standard-unreadable", resource + " cannot be read", e);
      }
    }
    return new StandardLibrary(standards);
  }

  /** All standards, by key. */
  public Collection<Standard> list() {
    return standards.values();
  }

  public Optional<Standard> find(String key) {
    return Optional.ofNullable(standards.get(key));
  }

  /**
   * The standard of a key.
   *
   * @throws UserException if there is none; the message lists those that are
   */
  public Standard get(String key) {
    return find(key)
        .orElseThrow(() ->
            new UserException(
                "standard-unknown",
                "There is no standard '"
                    + key
                    + "'; the standards are "
                    + String.join(", ", standards.keySet())));
  }
}
