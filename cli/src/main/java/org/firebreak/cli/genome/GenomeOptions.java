package org.firebreak.cli.genome;

import org.firebreak.base.error.UserException;
import org.firebreak.genome.align.Acceptance;
import picocli.CommandLine;

/** When a sequence counts as a genome of the virus. */
final class GenomeOptions {

  @CommandLine.Option(
      names = "--min-coverage",
      defaultValue = "0.7",
      description = "least share of the reference a genome must span (${DEFAULT-VALUE})")
  private double leastCoverage;

  @CommandLine.Option(
      names = "--min-identity",
      defaultValue = "0.8",
      description = "least share of equal letters (${DEFAULT-VALUE})")
  private double leastIdentity;

  Acceptance acceptance() {
    try {
      return new Acceptance(leastCoverage, leastIdentity);
    } catch (IllegalArgumentException e) {
      throw new UserException("option-wrong", String.valueOf(e.getMessage()), e);
    }
  }
}
