package org.firebreak.cli.genome;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.clock.Dating;
import org.firebreak.genome.clock.RootToTip;
import org.firebreak.genome.format.AnnotatedTree;
import org.firebreak.genome.format.Nexus;
import org.firebreak.genome.format.TreeFile;
import org.firebreak.genome.sequence.FastaReader;
import org.firebreak.genome.tree.Phylogeny;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code firebreak clock}: root, rate and date of the most recent common ancestor of a tree. */
@CommandLine.Command(
    mixinStandardHelpOptions = true,
    description =
        "Finds the root of a tree, the rate of its clock and the date of its root, with 95 %%"
            + " intervals, by least squares and, if the number of sites is known, by maximum"
            + " likelihood.")
public final class ClockCommand implements Callable<Integer> {

  private static final long SEED = 20200115;

  @CommandLine.Option(
      names = "--metadata",
      required = true,
      description = "table with the columns name (or strain) and date")
  private Path metadataFile = Path.of("");

  @CommandLine.Option(
      names = "--clock",
      defaultValue = "strict",
      description = "strict, relaxed or none (none: least squares only; ${DEFAULT-VALUE})")
  private ClockKind clock = ClockKind.STRICT;

  @CommandLine.Option(names = "--sites", description = "length of the genome, in letters")
  private int sites;

  @CommandLine.Option(names = "--alignment", description = "FASTA, for the number of sites")
  private @Nullable Path alignment;

  @CommandLine.Option(
      names = "--outliers",
      defaultValue = "3",
      description = "leave out tips this many interquartile distances off; 0 keeps all")
  private double outlierDistances;

  @CommandLine.Option(names = "--keep-root", description = "do not look for a better root")
  private boolean keepRoot;

  @CommandLine.Option(names = "--nodes", description = "also write the dates of all nodes (TSV)")
  private @Nullable Path nodes;

  @CommandLine.Option(names = "--tree", description = "also write the dated tree (NEXUS)")
  private @Nullable Path datedTree;

  @CommandLine.Option(names = "--json", description = "one JSON object a line instead of TSV")
  private boolean json;

  @CommandLine.Parameters(index = "0", paramLabel = "TREE", description = "tree file")
  private Path treeFile = Path.of("");

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    AnnotatedTree loaded = TreeFile.read(treeFile);
    Metadata metadata = Metadata.read(metadataFile, null, err);
    int length = siteCount();
    Phylogeny tree = perSite(loaded, length);
    Map<String, Double> kept = dates(tree, metadata.exactDates(tree));
    int dated = kept.size();
    tree = root(tree, kept);
    RootToTip.Fit fit = fit(tree, kept, length);
    if (outlierDistances > 0) {
      double[] used = RootToTip.withoutOutliers(datesOf(tree, kept), fit, outlierDistances);
      kept = dates(tree, used);
      tree = root(tree, kept);
      fit = fit(tree, kept, length);
    }
    try (TableOutput out = TableOutput.open(null, spec.commandLine().getOut(), json)) {
      out.header(ClockReport.COLUMNS);
      out.row(ClockReport.regression(fit, dated - kept.size()));
      if (fit.rate() <= 0) {
        err.println("firebreak: distance to the root does not grow with the date: no clock");
      } else if (clock != ClockKind.NONE && length > 0) {
        Dating.Result result = date(tree, metadata, fit, length);
        out.row(ClockReport.likelihood(clock.name(), result, kept.size()));
        write(tree, result);
      } else if (clock != ClockKind.NONE) {
        err.println("firebreak: give --sites or --alignment for dates by maximum likelihood");
      }
    }
    return 0;
  }

  private int siteCount() {
    if (alignment == null) {
      if (sites < 0) {
        throw new UserException("option-wrong", "--sites must be positive: " + sites);
      }
      return sites;
    }
    try (FastaReader reader =
        FastaReader.open(
            alignment,
            problem -> {
              throw new DataException(problem.code(), problem.message());
            })) {
      return reader.next().map(record -> record.length()).orElse(0);
    }
  }

  /** Branch lengths in substitutions a site; those of a mutation tree are numbers of mutations. */
  private Phylogeny perSite(AnnotatedTree loaded, int length) {
    Phylogeny tree = loaded.phylogeny();
    boolean hasMutations = Arrays.stream(loaded.mutations()).anyMatch(branch -> branch.length > 0);
    if (!hasMutations) {
      return tree;
    }
    int known = length > 0 ? length : loaded.reference().length;
    if (known == 0) {
      throw new UserException(
          "sites-missing",
          treeFile + ": lengths are numbers of mutations; give the genome's length by --sites");
    }
    double[] lengths = new double[tree.size()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = (double) loaded.mutations()[i].length / known;
    }
    return tree.withLengths(lengths);
  }

  private Phylogeny root(Phylogeny tree, Map<String, Double> kept) {
    if (keepRoot) {
      return tree;
    }
    RootToTip.Place place = RootToTip.findRoot(tree, datesOf(tree, kept));
    return place.node() == 0 ? tree : tree.rerooted(place.node(), place.share());
  }

  private static RootToTip.Fit fit(Phylogeny tree, Map<String, Double> kept, int length) {
    double[] dates = datesOf(tree, kept);
    return length > 0
        ? RootToTip.fit(tree, dates, length, new Random(SEED))
        : RootToTip.fit(tree, dates, new Random(SEED));
  }

  private static Map<String, Double> dates(Phylogeny tree, double[] dates) {
    Map<String, Double> byName = new HashMap<>();
    for (int i = 0; i < dates.length; i++) {
      if (!Double.isNaN(dates[i])) {
        byName.put(tree.names()[i], dates[i]);
      }
    }
    return byName;
  }

  private static double[] datesOf(Phylogeny tree, Map<String, Double> byName) {
    return Arrays.stream(tree.names())
        .mapToDouble(name -> byName.getOrDefault(name, Double.NaN))
        .toArray();
  }

  private Dating.Result date(Phylogeny tree, Metadata metadata, RootToTip.Fit fit, int length) {
    return Dating.run(
        tree,
        Dating.counts(tree, length),
        length,
        metadata.dates(tree),
        Dating.isResolved(tree) ? Dating.Rate.guess(fit.rate()) : Dating.Rate.fixed(fit),
        clock == ClockKind.RELAXED ? Dating.Clock.RELAXED : Dating.Clock.STRICT);
  }

  private void write(Phylogeny tree, Dating.Result result) {
    try {
      if (nodes != null) {
        List<String> lines = new ArrayList<>();
        lines.add("node\tparent\tdate\tdate_low\tdate_high");
        for (int i = 0; i < tree.size(); i++) {
          lines.add(
              String.join(
                  "\t",
                  name(tree, i),
                  i == 0 ? "" : name(tree, tree.parent()[i]),
                  ClockReport.number("%.4f", result.dates()[i]),
                  ClockReport.number("%.4f", result.intervals()[i][0]),
                  ClockReport.number("%.4f", result.intervals()[i][1])));
        }
        Files.write(nodes, lines);
      }
      if (datedTree != null) {
        double[] years = new double[tree.size()];
        for (int i = 1; i < years.length; i++) {
          years[i] = result.dates()[i] - result.dates()[tree.parent()[i]];
        }
        AnnotatedTree dated =
            AnnotatedTree.of(tree.withLengths(years))
                .with(result.dates(), result.intervals(), Map.of());
        Files.writeString(datedTree, Nexus.write(dated));
      }
    } catch (IOException e) {
      throw new UserException("output-failed", "The output cannot be written: " + e, e);
    }
  }

  private static String name(Phylogeny tree, int node) {
    String name = tree.names()[node];
    return name.isEmpty() ? "node_" + (node + 1) : name;
  }
}
