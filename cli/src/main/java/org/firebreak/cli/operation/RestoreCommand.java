package org.firebreak.cli.operation;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.firebreak.platform.lifecycle.MaintenanceDatabase;
import org.firebreak.platform.lifecycle.Steps;
import org.firebreak.platform.operation.Restore;
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

  @CommandLine.Mixin private StorageOptions storage;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Steps steps = sentence -> out.println("firebreak: " + sentence);
    try (MaintenanceDatabase open =
        storage.databaseUrl() == null
            ? MaintenanceDatabase.openAlone(storage.data(), steps)
            : MaintenanceDatabase.open(storage.data(), storage.databaseUrl(), steps)) {
      long rows = new Restore(open.database(), open.folder()).read(file.toAbsolutePath(), steps);
      steps.say(
          "restored, rows: " + rows + "; start with: firebreak start --data " + storage.data());
    }
    out.flush();
    return 0;
  }
}
