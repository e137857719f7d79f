package org.firebreak.cli.audit;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.firebreak.platform.audit.LedgerFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Reads the whole ledger and proves it, or names the first broken entry. */
@CommandLine.Command(
    name = "verify",
    description =
        "Reads the whole ledger and proves that each entry is what was written, or names the first"
            + " that is not (exit status 2). Give checkpoints that were kept outside: without them"
            + " the proof holds only against those who do not have the signing key.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

  @CommandLine.Mixin private LedgerOptions options;

  @CommandLine.Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "a signed checkpoint that was kept; may be given again")
  private List<Path> checkpoints = List.of();

  @CommandLine.Option(
      names = "--key",
      paramLabel = "KEY",
      description = "the published key of the ledger (default: that of the data folder)")
  private @Nullable String key;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    List<String> kept = checkpoints.stream().map(LedgerOptions::read).toList();
    LedgerFolder.Result result = options.with(key, ledger -> ledger.verify(kept));
    PrintWriter out = spec.commandLine().getOut();
    out.println("entries,proved,checkpoints,root");
    out.println(
        result.entries()
            + ","
            + result.proved()
            + ","
            + result.checkpoints()
            + ","
            + result.root());
    out.flush();
    return 0;
  }
}
