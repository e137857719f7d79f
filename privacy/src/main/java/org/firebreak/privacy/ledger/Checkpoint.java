package org.firebreak.privacy.ledger;

import java.util.Base64;
import java.util.List;
import org.firebreak.base.error.DataException;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger was at one moment: its name, how many entries, and the root over them, in the text
 * of {@code c2sp.org/tlog-checkpoint}. Anybody who keeps one can later have it proved that what it
 * covers was not changed.
 *
 * @param origin name of the ledger, one line without spaces at its ends
 * @param size entries covered
 * @param root over them
 * @param extensions further lines, none empty; here the time it was made
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

  private static final int FIXED_LINES = 3;

  public Checkpoint {
    extensions = List.copyOf(extensions);
    if (origin.isBlank() || !isLine(origin)) {
      throw new IllegalArgumentException("The origin must be one line: " + origin);
    }
    if (size < 0) {
      throw new IllegalArgumentException("The size cannot be negative: " + size);
    }
    if (extensions.stream().anyMatch(line -> line.isEmpty() || !isLine(line))) {
      throw new IllegalArgumentException("Extensions must be lines: " + extensions);
    }
  }

  private static boolean isLine(String text) {
    return text.chars().noneMatch(c -> c < ' ');
  }

  /** The text that is signed; ends with a line feed. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(origin).append('\n').append(size).append('\n').append(root.base64()).append('\n');
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /**
   * Reads {@link #text()}.
   *
   * @throws DataException {@code checkpoint-malformed}
   */
  static Checkpoint parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() < FIXED_LINES || !text.endsWith("\n")) {
      throw malformed("it must have a name, a size and a root, a line each", null);
    }
    try {
      String size = lines.get(1);
      if (!size.matches("0|[1-9][0-9]{0,17}")) {
        throw malformed("the size is '" + size + "'", null);
      }
      return new Checkpoint(
          lines.get(0),
          Long.parseLong(size),
          Hash.of(Base64.getDecoder().decode(lines.get(2))),
          lines.subList(FIXED_LINES, lines.size()));
    } catch (IllegalArgumentException e) {
      throw malformed(String.valueOf(e.getMessage()), e);
    }
  }

  static DataException malformed(String why, @Nullable Throwable cause) {
    return new DataException("checkpoint-malformed", "This is no checkpoint: " + why, cause);
  }
}
