package org.firebreak.cli.intake;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;
import org.firebreak.base.geo.CoordinateSystem;
import org.firebreak.intake.IntakeContext;
import org.firebreak.intake.IntakeRun;
import org.firebreak.intake.IntakeSummary;
import org.firebreak.intake.Outcome;
import org.firebreak.intake.QuarantineCsv;
import org.firebreak.intake.RegionRecords;
import org.firebreak.intake.mapping.Binding;
import org.firebreak.intake.mapping.Mapping;
import org.firebreak.intake.mapping.MappingJson;
import org.firebreak.intake.mapping.MappingProposer;
import org.firebreak.intake.problem.Problem;
import org.firebreak.intake.region.RegionDirectory;
import org.firebreak.intake.region.RegionIndex;
import org.firebreak.intake.region.WorldRegions;
import org.firebreak.intake.source.RowSource;
import org.firebreak.intake.source.SourceFile;
import org.firebreak.intake.standard.Standard;
import org.firebreak.intake.standard.StandardLibrary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks files against a standard without a platform: proposes the mapping, converts, validates and
 * counts. Exit status 0 all rows in order, 3 some would be quarantined, 2 the request or a file is
 * wrong.
 */
@CommandLine.Command(
    description = "Checks files against a standard, as an import would, and stores nothing.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:all rows in order",
      "2:the request or a file is wrong",
      "3:some rows would be quarantined"
    })
public final class CheckCommand implements Callable<Integer> {

  private static final int EXIT_QUARANTINED = 3;
  private static final int EXAMPLES_MAX = 3;

  @CommandLine.Parameters(index = "0", paramLabel = "STANDARD", description = "a standard's key")
  private String key = "";

  @CommandLine.Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "files")
  private List<Path> files = List.of();

  @CommandLine.Option(names = "--json", description = "one JSON object per file")
  private boolean json;

  @CommandLine.Option(
      names = "--quarantine-out",
      paramLabel = "FILE",
      description = "CSV of refused rows (one FILE checked)")
  private @Nullable Path quarantineOut;

  @CommandLine.Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "day the data were known (default: today)")
  private @Nullable LocalDate asOf;

  @CommandLine.Option(
      names = "--regions",
      paramLabel = "FILE",
      description = "region lists to resolve names in; may be repeated")
  private List<Path> regionFiles = new ArrayList<>();

  @CommandLine.Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description = "a constant for every row; may be repeated")
  private Map<String, String> constants = new LinkedHashMap<>();

  @CommandLine.Option(
      names = "--coordinates",
      paramLabel = "SYSTEM",
      description = "wgs84, gcj02 or bd09")
  private @Nullable CoordinateSystem coordinates;

  @CommandLine.Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "mapping as JSON instead of a proposed one")
  private @Nullable Path mappingFile;

  @CommandLine.Option(
      names = "--mapping-out",
      paramLabel = "FILE",
      description = "writes the mapping used as JSON")
  private @Nullable Path mappingOut;

  @CommandLine.Option(
      names = "--standards",
      paramLabel = "DIR",
      description = "folder of further standards (*.yaml)")
  private @Nullable Path folder;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (quarantineOut != null && files.size() > 1) {
      throw new UserException("one-file-only", "--quarantine-out takes the rows of one FILE only");
    }
    StandardLibrary library =
        folder == null ? StandardLibrary.shipped() : StandardLibrary.withFolder(folder);
    Standard standard = library.get(key);
    LocalDate day = asOf == null ? LocalDate.now(Clock.system(ZoneId.systemDefault())) : asOf;
    IntakeContext context = new IntakeContext(day, regions(library, day));
    boolean quarantined = false;
    for (Path path : files) {
      quarantined |= check(standard, SourceFile.of(path), context);
    }
    return quarantined ? EXIT_QUARANTINED : 0;
  }

  private RegionDirectory regions(StandardLibrary library, LocalDate day) {
    RegionIndex regions = WorldRegions.shipped();
    for (Path path : regionFiles) {
      regions =
          regions.with(
              RegionRecords.read(library.get("region"), SourceFile.of(path), day, regions));
    }
    return regions;
  }

  private boolean check(Standard standard, SourceFile file, IntakeContext context)
      throws IOException {
    Mapping mapping = mapping(standard, file, context);
    if (mappingOut != null) {
      Files.writeString(mappingOut, MappingJson.write(mapping));
    }
    Map<String, List<Problem>> examples = new LinkedHashMap<>();
    IntakeSummary summary;
    try (RowSource rows = mapping.open(file);
        QuarantineSink sink = new QuarantineSink(quarantineOut, rows.header(), examples)) {
      summary = new IntakeRun(standard, mapping, context).run(rows, sink::accept);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      printJson(out, file, mapping, summary);
    } else {
      printText(out, file, mapping, summary, examples);
    }
    out.flush();
    return summary.quarantined() > 0;
  }

  private Mapping mapping(Standard standard, SourceFile file, IntakeContext context)
      throws IOException {
    Mapping base =
        mappingFile == null
            ? MappingProposer.propose(standard, file, context.regions())
            : MappingJson.read(Files.readString(mappingFile));
    Mapping stated = base.withConstants(constants);
    return coordinates == null ? stated : stated.withCoordinates(coordinates);
  }

  /** Keeps examples of every rule, and writes refused rows where a file is asked for. */
  private static final class QuarantineSink implements AutoCloseable {
    private final Map<String, List<Problem>> examples;
    private final @Nullable QuarantineCsv csv;

    QuarantineSink(@Nullable Path path, List<String> header, Map<String, List<Problem>> examples) {
      this.examples = examples;
      try {
        this.csv = path == null ? null : new QuarantineCsv(Files.newBufferedWriter(path), header);
      } catch (IOException e) {
        throw new ResourceException(
            "quarantine-unwritable", path + ": cannot be written: " + e.getMessage(), e);
      }
    }

    void accept(Outcome outcome) {
      switch (outcome) {
        case Outcome.Accepted accepted -> accepted.warnings().forEach(this::keep);
        case Outcome.Quarantined refused -> {
          refused.problems().forEach(this::keep);
          if (csv != null) {
            csv.write(refused);
          }
        }
        case Outcome.Noted noted -> keep(noted.problem());
        case Outcome.Repeated ignored -> {}
      }
    }

    private void keep(Problem problem) {
      List<Problem> kept = examples.computeIfAbsent(problem.rule(), rule -> new ArrayList<>());
      if (kept.size() < EXAMPLES_MAX) {
        kept.add(problem);
      }
    }

    @Override
    public void close() {
      if (csv != null) {
        csv.close();
      }
    }
  }

  private static void printJson(
      PrintWriter out, SourceFile file, Mapping mapping, IntakeSummary summary) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", file.name());
    object.put("standard", mapping.standard());
    object.put("rows", summary.rows());
    object.put("accepted", summary.accepted());
    object.put("quarantined", summary.quarantined());
    object.put("records", summary.records());
    object.put("repeated", summary.repeated());
    object.put("flagged", summary.flagged());
    object.put("rules", summary.rules());
    out.println(JsonMapper.shared().writeValueAsString(object));
  }

  private static void printText(
      PrintWriter out,
      SourceFile file,
      Mapping mapping,
      IntakeSummary summary,
      Map<String, List<Problem>> examples) {
    out.printf("%s as %s%n", file.name(), mapping.standard());
    mapping.bindings().forEach(binding -> printBinding(out, "  ", binding));
    mapping
        .variants()
        .forEach(variant -> {
          out.printf("  each row also makes '%s':%n", variant.name());
          variant.bindings().forEach(binding -> printBinding(out, "    ", binding));
        });
    if (!mapping.ignored().isEmpty()) {
      out.printf("  not used: %s%n", String.join(", ", mapping.ignored()));
    }
    out.printf(
        "%d rows: %d accepted, %d quarantined; %d records, %d of them flagged, %d repeated%n",
        summary.rows(),
        summary.accepted(),
        summary.quarantined(),
        summary.records(),
        summary.flagged(),
        summary.repeated());
    summary
        .rules()
        .forEach((rule, count) -> {
          out.printf("  %s: %d%n", rule, count);
          for (Problem problem : examples.getOrDefault(rule, List.of())) {
            out.printf(
                "    row %d: %s (%s)%n", problem.row(), problem.message().en(), problem.severity());
          }
        });
  }

  private static void printBinding(PrintWriter out, String indent, Binding binding) {
    String from =
        binding.column() == null ? "constant " + binding.constant() : "'" + binding.column() + "'";
    String format = binding.format() == null ? "" : " as " + binding.format();
    out.printf(
        "%s%s <- %s%s  (%.2f: %s)%n",
        indent, binding.field(), from, format, binding.confidence(), binding.reason().en());
  }
}
