package org.firebreak.intake.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign file as a header and a stream of rows. Memory does not grow with the file.
 *
 * <p>Not thread-safe. Reading throws {@link org.firebreak.base.error.DataException} (naming file
 * and row) where the file is malformed beyond a row, and {@link
 * org.firebreak.base.error.ResourceException} where it cannot be read.
 */
public interface RowSource extends AutoCloseable {

  /** Name of the file, for messages; without folders. */
  String name();

  /** Names of the columns, in the file's order; distinct, none empty. */
  List<String> header();

  /** The next row that is not blank, or null at the end. */
  @Nullable SourceRow next();

  /** Bytes of the file consumed so far, for progress; 0 if unknown. */
  default long bytesRead() {
    return 0;
  }

  @Override
  void close();
}
