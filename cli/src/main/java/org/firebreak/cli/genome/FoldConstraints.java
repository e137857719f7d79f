package org.firebreak.cli.genome;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.fold.model.FoldConstraint;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of a run: a text for every record, or a file of lines, each of which may follow a
 * {@code >name} line and then holds for the record of that name alone. Immutable.
 */
final class FoldConstraints {

  private static final String LETTERS = "[.x()|<>]+";

  private final Map<String, FoldConstraint> byName;
  private final @Nullable FoldConstraint others;

  private FoldConstraints(Map<String, FoldConstraint> byName, @Nullable FoldConstraint others) {
    this.byName = byName;
    this.others = others;
  }

  static FoldConstraints none() {
    return new FoldConstraints(Map.of(), null);
  }

  /** Reads a file of that name, or the text itself if there is none. */
  static FoldConstraints of(String fileOrText) {
    Path file = Path.of(fileOrText);
    if (Files.isRegularFile(file)) {
      return read(file);
    }
    if (fileOrText.matches(LETTERS)) {
      return new FoldConstraints(Map.of(), FoldConstraint.parse(fileOrText));
    }
    throw new UserException(
        "constraint-unreadable",
        "--constraint: there is no file "
            + fileOrText
            + ", nor is this a constraint of . x ( ) | < >");
  }

  private static FoldConstraints read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UserException(
          "constraint-unreadable", file + ": cannot be read: " + e.getMessage(), e);
    }
    Map<String, FoldConstraint> byName = new HashMap<>();
    FoldConstraint others = null;
    String name = "";
    for (int n = 0; n < lines.size(); n++) {
      String line = lines.get(n).strip();
      if (line.startsWith(">")) {
        name = line.length() > 1 ? line.substring(1).strip().split("\\s", 2)[0] : "";
      } else if (!line.isEmpty()) {
        FoldConstraint constraint = parse(file, n + 1, line);
        if (name.isEmpty()) {
          others = constraint;
        } else {
          byName.put(name, constraint);
        }
        name = "";
      }
    }
    if (byName.isEmpty() && others == null) {
      throw new DataException("constraint-empty", file + ": holds no constraint");
    }
    return new FoldConstraints(byName, others);
  }

  private static FoldConstraint parse(Path file, int line, String text) {
    try {
      return FoldConstraint.parse(text);
    } catch (DataException e) {
      throw new DataException(
          "constraint-wrong", "%s, line %d: %s".formatted(file, line, e.getMessage()), e);
    }
  }

  /** The constraint of the record of this name, or null if it is free. */
  @Nullable FoldConstraint find(String name) {
    FoldConstraint own = byName.get(name);
    return own == null ? others : own;
  }
}
