package org.firebreak.cli.operation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a platform keeps what it holds; the same options in every command that opens it itself. */
public final class StorageOptions {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "the data folder (default: ${DEFAULT-VALUE})")
  private Path data = Path.of("data");

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description = "the external database, if the platform uses one instead of the embedded")
  private @Nullable String databaseUrl;

  public Path data() {
    return data;
  }

  public @Nullable String databaseUrl() {
    return databaseUrl;
  }
}
