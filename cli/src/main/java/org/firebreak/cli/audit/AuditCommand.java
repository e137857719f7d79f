package org.firebreak.cli.audit;

import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Proves that the audit ledger was not rewritten. */
@CommandLine.Command(
    description = "Proves that the audit ledger was not rewritten.",
    mixinStandardHelpOptions = true,
    subcommands = {
      VerifyCommand.class,
      ProveCommand.class,
      CheckCommand.class,
      CheckpointCommand.class
    })
public final class AuditCommand implements Callable<Integer> {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Say what to do: verify, prove, check or checkpoint");
  }
}
