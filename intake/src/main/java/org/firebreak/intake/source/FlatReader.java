package org.firebreak.intake.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the records of a nested file one after the other. Not thread-safe. */
interface FlatReader extends AutoCloseable {

  /** Opens a reader at the start of a file. */
  @FunctionalInterface
  interface Factory {
    FlatReader open(SourceFile file) throws IOException;
  }

  /** The next record, or null at the end. */
  @Nullable FlatRecord next() throws IOException;

  long bytesRead();

  @Override
  void close() throws IOException;
}
