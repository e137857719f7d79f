package org.firebreak.cli.trace;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.firebreak.cli.table.TableWriter;
import org.firebreak.trace.store.ForgetReport;
import org.firebreak.trace.store.TraceStore;
import picocli.CommandLine;

/** Removes a person. */
@CommandLine.Command(
    name = "forget",
    description = {
      "Removes a person from every day, the dictionary and the log, and proves it by reading"
          + " everything again.",
      "Exit status 0 if nothing is left, 2 if something is. Copies made elsewhere are not reached."
    })
final class ForgetCommand implements Callable<Integer> {

  private static final int EXIT_LEFT = 2;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
  @CommandLine.Mixin private StoreOption store = new StoreOption();

  @CommandLine.Parameters(paramLabel = "PERSON", description = "the person's token")
  private String person;

  @Override
  public Integer call() {
    List<String> columns =
        List.of("stays_removed", "files_rewritten", "files_read", "rows_read", "traces_left");
    store.open().close(); // there must be a store
    try (TraceStore writer = TraceStore.open(store.storage(), Optional.empty());
        TableWriter table = new TableWriter(spec.commandLine().getOut(), store.json(), columns)) {
      ForgetReport report = writer.forget(person);
      table.row(
          report.staysRemoved(),
          report.segmentsRewritten(),
          report.segmentsRead(),
          report.staysRead(),
          report.traces());
      return report.traces() == 0 ? 0 : EXIT_LEFT;
    }
  }
}
