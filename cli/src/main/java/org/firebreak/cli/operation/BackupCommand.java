package org.firebreak.cli.operation;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.firebreak.platform.lifecycle.MaintenanceDatabase;
import org.firebreak.platform.lifecycle.Steps;
import org.firebreak.platform.operation.Backup;
import picocli.CommandLine;

/** Backs up a data folder, whether a platform runs on it or not. */
@CommandLine.Command(
    description =
        "Writes all that a platform holds into one file, while it runs or not. The file holds"
            + " personal data: guard it like the database.",
    mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {

  @CommandLine.Parameters(paramLabel = "FILE", description = "the file to write")
  private Path file;

  @CommandLine.Mixin private StorageOptions storage;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Steps steps = sentence -> out.println("firebreak: " + sentence);
    try (MaintenanceDatabase open =
        MaintenanceDatabase.open(storage.data(), storage.databaseUrl(), steps)) {
      long rows =
          new Backup(open.database(), open.folder(), Clock.systemUTC())
              .write(file.toAbsolutePath(), steps);
      steps.say("backup written to " + file + ", rows: " + rows);
    }
    out.flush();
    return 0;
  }
}
