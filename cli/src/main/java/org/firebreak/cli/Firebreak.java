package org.firebreak.cli;

import java.io.PrintStream;
import java.util.Arrays;
import org.firebreak.base.error.FirebreakException;
import org.firebreak.base.error.InternalException;
import picocli.CommandLine;

/**
 * Entry point of the command line.
 *
 * <p>Exit status: 0 done, 2 the request or its data are wrong (one clear sentence on standard
 * error), 1 a defect of the program; a command may document others.
 */
public final class Firebreak {

  private static final int EXIT_DEFECT = 1;
  private static final int EXIT_USAGE = 2;

  private Firebreak() {}

  /** Runs one command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out, System.err));
  }

  static int run(String[] arguments, PrintStream out, PrintStream err) {
    if (arguments.length == 0 || "help".equals(arguments[0]) || "--help".equals(arguments[0])) {
      printCommands(out);
      return arguments.length == 0 ? EXIT_USAGE : 0;
    }
    for (Command command : Command.values()) {
      if (command.word().equals(arguments[0])) {
        return execute(command, Arrays.copyOfRange(arguments, 1, arguments.length), err);
      }
    }
    err.println("firebreak: there is no command '" + arguments[0] + "'; see firebreak help");
    return EXIT_USAGE;
  }

  private static int execute(Command command, String[] arguments, PrintStream err) {
    CommandLine line = new CommandLine(command.type());
    line.setCommandName("firebreak " + command.word());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((failure, ignored, ignoredToo) -> report(failure, err));
    return line.execute(arguments);
  }

  private static int report(Exception failure, PrintStream err) {
    if (failure instanceof FirebreakException known && !(failure instanceof InternalException)) {
      err.println("firebreak: " + known.getMessage());
      return EXIT_USAGE;
    }
    err.println("firebreak: this is a defect of the program, please report it:");
    failure.printStackTrace(err);
    return EXIT_DEFECT;
  }

  private static void printCommands(PrintStream out) {
    out.println("Usage: firebreak COMMAND [ARGUMENT...]   (firebreak COMMAND --help says more)");
    for (Command command : Command.values()) {
      out.printf("  %-12s %s%n", command.word(), command.summary());
    }
  }
}
