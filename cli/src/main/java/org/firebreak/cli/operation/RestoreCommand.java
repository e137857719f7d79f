package org.firebreak.cli.operation;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.firebreak.platform.lifecycle.MaintenanceDatabase;
import org.firebreak.platform.lifecycle.Steps;
import org.firebreak.platform.operation.Restore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Restores a backup into an empty data folder. */
@CommandLine.Command(
    description =
        "Restores a backup into an empty data folder. A backup of an earlier version is brought to"
            + " this one.",
    mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {

  @CommandLine.Parameters(paramLabel = "FILE", description = "the backup to read")
  private Path file;

  @CommandLine.Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "the data folder, new or empty")
  private Path data;

  @CommandLine.Option(
      names = "--database-url",
      paramLabel = "URL",
      description = "an empty external database instead of the embedded one")
  private @Nullable String databaseUrl;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Steps steps = sentence -> out.println("firebreak: " + sentence);
    try (MaintenanceDatabase open =
        databaseUrl == null
            ? MaintenanceDatabase.openAlone(data, steps)
            : MaintenanceDatabase.open(data, databaseUrl, steps)) {
      long rows = new Restore(open.database(), open.folder()).read(file.toAbsolutePath(), steps);
      steps.say("restored, rows: " + rows + "; start with: firebreak start --data " + data);
    }
    out.flush();
    return 0;
  }
}
