package org.firebreak.cli.genome;

import org.firebreak.base.error.UserException;
import picocli.CommandLine;

/** How a command works through its records and prints what it found. */
final class RunOptions {

  @CommandLine.Option(names = "--threads", description = "default: one a core")
  private int threads = Runtime.getRuntime().availableProcessors();

  @CommandLine.Option(names = "--json", description = "print JSON, one object a line")
  private boolean json;

  /**
   * Worker threads.
   *
   * @throws UserException if fewer than one are asked for
   */
  int threads() {
    if (threads < 1) {
      throw new UserException("threads-few", "--threads must be at least 1: " + threads);
    }
    return threads;
  }

  boolean json() {
    return json;
  }
}
