package org.firebreak.cli;

import java.util.concurrent.Callable;
import org.firebreak.cli.audit.AuditCommand;
import org.firebreak.cli.city.CityCommand;
import org.firebreak.cli.epidemic.AlarmsCommand;
import org.firebreak.cli.epidemic.RtCommand;
import org.firebreak.cli.epidemic.ScanCommand;
import org.firebreak.cli.forecast.BacktestCommand;
import org.firebreak.cli.forecast.ForecastCommand;
import org.firebreak.cli.forecast.GrowthCommand;
import org.firebreak.cli.genome.ClockCommand;
import org.firebreak.cli.genome.FoldCommand;
import org.firebreak.cli.genome.FoldEvalCommand;
import org.firebreak.cli.genome.PlaceCommand;
import org.firebreak.cli.genome.TreeCommand;
import org.firebreak.cli.genome.VariantsCommand;
import org.firebreak.cli.intake.CheckCommand;
import org.firebreak.cli.intake.StandardsCommand;
import org.firebreak.cli.operation.BackupCommand;
import org.firebreak.cli.operation.RestoreCommand;
import org.firebreak.cli.platform.ImportCommand;
import org.firebreak.cli.trace.TraceCommand;

/**
 * The commands of {@code firebreak} that run in this process, in the order of the help text. Only
 * the chosen one is initialised, so that a small command stays quick to start.
 */
enum Command {
  IMPORT("import", "import files into a platform", ImportCommand.class),
  STANDARDS("standards", "list the data standards, print templates", StandardsCommand.class),
  CHECK("check", "check files against a data standard, store nothing", CheckCommand.class),
  CITY("city", "generate a synthetic province with an epidemic of known truth", CityCommand.class),
  TRACE("trace", "who was where, who met whom: stays, contacts, flows", TraceCommand.class),
  RT("rt", "reproduction number over time, growth and doubling time", RtCommand.class),
  ALARMS("alarms", "unusually high values in any series", AlarmsCommand.class),
  SCAN("scan", "clusters of cases in space and time", ScanCommand.class),
  FORECAST("forecast", "forecast a count series, with intervals", ForecastCommand.class),
  BACKTEST("backtest", "score forecasts as they would have been made", BacktestCommand.class),
  GROWTH("growth", "final size and peak of one wave by growth curves", GrowthCommand.class),
  FOLD("fold", "fold RNA: structure and energy of each sequence", FoldCommand.class),
  FOLD_EVAL("fold-eval", "energy of given structures, loop by loop", FoldEvalCommand.class),
  VARIANTS("variants", "align genomes to a reference, call mutations", VariantsCommand.class),
  TREE("tree", "build a dated tree of genomes with places", TreeCommand.class),
  PLACE("place", "place genomes into a tree", PlaceCommand.class),
  CLOCK("clock", "root, rate and dates of a tree", ClockCommand.class),
  AUDIT("audit", "prove that the audit ledger was not rewritten", AuditCommand.class),
  BACKUP("backup", "write all that a platform holds into one file", BackupCommand.class),
  RESTORE("restore", "restore a backup into an empty data folder", RestoreCommand.class),
  VERSION("version", "print the version of Firebreak and of Java", VersionCommand.class);

  private final String word;
  private final String summary;
  private final Class<? extends Callable<Integer>> type;

  Command(String word, String summary, Class<? extends Callable<Integer>> type) {
    this.word = word;
    this.summary = summary;
    this.type = type;
  }

  String word() {
    return word;
  }

  String summary() {
    return summary;
  }

  /** A picocli command class; its call returns the exit status. */
  Class<? extends Callable<Integer>> type() {
    return type;
  }
}
