package org.firebreak.cli.trace;

import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Who was where, who met whom; its work is in its subcommands. */
@CommandLine.Command(
    description = "Who was where, who met whom: the stay store and what is asked of it.",
    subcommands = {
      IngestCommand.class,
      VerifyCommand.class,
      InfoCommand.class,
      RetainCommand.class,
      ForgetCommand.class,
      StaysCommand.class,
      EncountersCommand.class,
      ContactsCommand.class,
      FlowsCommand.class,
      ResidentsCommand.class,
      OriginsCommand.class,
      HeatCommand.class
    })
public final class TraceCommand implements Callable<Integer> {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "firebreak trace needs a subcommand: " + String.join(", ", spec.subcommands().keySet()));
  }
}
