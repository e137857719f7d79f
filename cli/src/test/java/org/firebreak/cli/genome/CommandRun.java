package org.firebreak.cli.genome;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.firebreak.base.error.FirebreakException;
import picocli.CommandLine;

/**
 * One run of a command as the command line makes it.
 *
 * @param status exit status
 * @param out lines of standard output
 * @param err standard error
 */
record CommandRun(int status, List<String> out, String err) {

  static CommandRun of(Callable<Integer> command, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = new CommandLine(command);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    line.setExecutionExceptionHandler((failure, ignored, ignoredToo) -> {
      if (!(failure instanceof FirebreakException)) {
        throw failure;
      }
      err.write(String.valueOf(failure.getMessage()));
      return 2;
    });
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = String.valueOf(arguments[i]);
    }
    int status = line.execute(texts);
    return new CommandRun(status, out.toString().lines().toList(), err.toString());
  }

  /** A cell of a table of tab-separated values. */
  String cell(int row, String column) {
    int index = List.of(out.getFirst().split("\t", -1)).indexOf(column);
    return out.get(row).split("\t", -1)[index];
  }
}
