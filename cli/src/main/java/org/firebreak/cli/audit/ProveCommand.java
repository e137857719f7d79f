package org.firebreak.cli.audit;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Prints the proof of one entry. */
@CommandLine.Command(
    name = "prove",
    description =
        "Prints an entry with the proof that it stands in the ledger; anybody checks it with"
            + " 'firebreak audit check' and the ledger's key, without the ledger.",
    mixinStandardHelpOptions = true)
final class ProveCommand implements Callable<Integer> {

  @CommandLine.Parameters(paramLabel = "ENTRY", description = "number of the audit entry")
  private long entry;

  @CommandLine.Mixin private LedgerOptions options;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    String proof = options.with(null, ledger -> ledger.prove(entry).text());
    out.print(proof);
    out.flush();
    return 0;
  }
}
