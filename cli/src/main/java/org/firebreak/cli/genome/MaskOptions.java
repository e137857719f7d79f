package org.firebreak.cli.genome;

import org.firebreak.base.error.UserException;
import picocli.CommandLine;

/** Ends of the genome that a tree does not use. */
final class MaskOptions {

  @CommandLine.Option(
      names = "--mask-start",
      defaultValue = "55",
      description = "letters at the start of the genome that are not used (${DEFAULT-VALUE})")
  private int start;

  @CommandLine.Option(
      names = "--mask-end",
      defaultValue = "106",
      description = "letters at the end that are not used (${DEFAULT-VALUE})")
  private int end;

  int start() {
    return checked("--mask-start", start);
  }

  int end() {
    return checked("--mask-end", end);
  }

  private static int checked(String option, int letters) {
    if (letters < 0) {
      throw new UserException("option-wrong", option + " must not be negative: " + letters);
    }
    return letters;
  }
}
