package org.firebreak.cli.audit;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.firebreak.privacy.ledger.Checkpoint;
import org.firebreak.privacy.ledger.EntryProof;
import org.firebreak.privacy.ledger.LedgerKey;
import picocli.CommandLine;

/** Checks a proof without any ledger. */
@CommandLine.Command(
    name = "check",
    description = "Checks a proof printed by 'prove', without the ledger, and prints the entry.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  @CommandLine.Parameters(paramLabel = "PROOF", description = "the file with the proof")
  private Path file;

  @CommandLine.Option(
      names = "--key",
      paramLabel = "KEY",
      required = true,
      description = "the key that the ledger's owner published")
  private String key;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    EntryProof proof = EntryProof.parse(LedgerOptions.read(file));
    Checkpoint checkpoint = proof.verify(LedgerKey.verifier(key));
    PrintWriter out = spec.commandLine().getOut();
    out.println(proof.entry());
    out.flush();
    spec.commandLine()
        .getErr()
        .println(
            "firebreak: entry stands at place %d of the %d that %s signed"
                .formatted(proof.index(), checkpoint.size(), checkpoint.origin()));
    return 0;
  }
}
