package org.firebreak.cli.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.firebreak.base.error.UserException;
import org.firebreak.cli.operation.StorageOptions;
import org.firebreak.platform.audit.LedgerFolder;
import org.firebreak.platform.lifecycle.MaintenanceDatabase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Where the ledger is. */
final class LedgerOptions {

  @CommandLine.Mixin private StorageOptions storage;

  /** Calls with the open ledger. */
  <T> T with(@Nullable String key, Function<LedgerFolder, T> action) {
    Path data = storage.data();
    if (!Files.isDirectory(data)) {
      throw new UserException("data-folder-missing", data + ": no such data folder (--data DIR)");
    }
    try (MaintenanceDatabase open =
            MaintenanceDatabase.open(
                data,
                storage.databaseUrl(),
                sentence -> System.err.println("firebreak: " + sentence));
        LedgerFolder ledger = LedgerFolder.open(open, key)) {
      return action.apply(ledger);
    }
  }

  /** The text of a file that somebody kept. */
  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UserException("file-not-found", file + ": cannot be read", e);
    }
  }
}
