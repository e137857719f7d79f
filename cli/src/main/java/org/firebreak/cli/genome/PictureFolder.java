package org.firebreak.cli.genome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.fold.format.StructureDrawing;

/**
 * Writes the pictures of each record as {@code NAME.arc.svg}, {@code NAME.plane.svg} and {@code
 * NAME.mountain.svg}; a second record of a name gets a number. For one thread.
 */
final class PictureFolder {

  private static final int LONGEST_NAME = 100;

  private final Path folder;
  private final Set<String> used = new HashSet<>();

  PictureFolder(Path folder) {
    this.folder = folder;
  }

  void write(String id, Map<StructureDrawing, String> pictures) {
    String name = nameOf(id);
    pictures.forEach((drawing, svg) -> {
      Path file = folder.resolve(name + "." + drawing.word() + ".svg");
      try {
        Files.createDirectories(folder);
        Files.writeString(file, svg);
      } catch (IOException e) {
        throw new UserException("output-failed", file + ": cannot be written: " + e, e);
      }
    });
  }

  private String nameOf(String id) {
    String safe = id.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.", "_");
    String name = safe.substring(0, Math.min(safe.length(), LONGEST_NAME));
    for (int n = 2; !used.add(name); n++) {
      name = safe + "-" + n;
    }
    return name;
  }
}
