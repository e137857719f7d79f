package org.firebreak.cli.city;

import java.util.concurrent.Callable;
import picocli.CommandLine;

/** The synthetic city; its work is in its subcommands. */
@CommandLine.Command(
    description = "Makes a synthetic province with an epidemic of known truth.",
    subcommands = GenerateCommand.class)
public final class CityCommand implements Callable<Integer> {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "firebreak city needs a subcommand: generate");
  }
}
