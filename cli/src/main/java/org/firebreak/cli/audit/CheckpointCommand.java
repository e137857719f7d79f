package org.firebreak.cli.audit;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.firebreak.platform.audit.LedgerFolder;
import picocli.CommandLine;

/** Prints the newest checkpoint or the key. */
@CommandLine.Command(
    name = "checkpoint",
    description = "Prints the newest signed checkpoint, to be kept outside or published.",
    mixinStandardHelpOptions = true)
final class CheckpointCommand implements Callable<Integer> {

  @CommandLine.Option(
      names = "--show-key",
      description = "print the key that checks checkpoints and proofs instead")
  private boolean showKey;

  @CommandLine.Mixin private LedgerOptions options;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    String text =
        options.with(
            null, showKey ? ledger -> ledger.verifierKey() + "\n" : LedgerFolder::checkpoint);
    out.print(text);
    out.flush();
    return 0;
  }
}
