package org.firebreak.cli.trace;

import java.util.List;
import java.util.concurrent.Callable;
import org.firebreak.cli.table.TableWriter;
import org.firebreak.trace.store.StoreCheck;
import picocli.CommandLine;

/** Proves a store whole or names the damage. */
@CommandLine.Command(
    name = "verify",
    description = {
      "Reads every byte of a store and names what is damaged.",
      "Exit status 0 if it is whole, 2 if not."
    })
final class VerifyCommand implements Callable<Integer> {

  private static final int EXIT_DAMAGED = 2;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
  @CommandLine.Mixin private StoreOption store = new StoreOption();

  @Override
  public Integer call() {
    StoreCheck check = StoreCheck.run(store.storage());
    List<String> columns = List.of("files", "bytes", "stays", "damaged", "damage");
    try (TableWriter table = new TableWriter(spec.commandLine().getOut(), store.json(), columns)) {
      if (check.damage().isEmpty()) {
        table.row(check.files(), check.bytes(), check.stays(), 0, "");
      }
      for (String damage : check.damage()) {
        table.row(check.files(), check.bytes(), check.stays(), check.damage().size(), damage);
      }
    }
    return check.damage().isEmpty() ? 0 : EXIT_DAMAGED;
  }
}
