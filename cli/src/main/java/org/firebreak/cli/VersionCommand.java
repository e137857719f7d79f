package org.firebreak.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;

@CommandLine.Command(description = "Prints the version of Firebreak and of Java.")
final class VersionCommand implements Callable<Integer> {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    String version = VersionCommand.class.getPackage().getImplementationVersion();
    spec.commandLine()
        .getOut()
        .printf("firebreak %s, Java %s%n", version == null ? "0" : version, Runtime.version());
    return 0;
  }
}
