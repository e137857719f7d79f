package org.firebreak.cli.platform;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;
import org.firebreak.intake.mapping.Mapping;
import org.firebreak.intake.mapping.MappingJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code firebreak import}: sends files to a platform and waits for what becomes of them. */
@CommandLine.Command(
    description = "Imports files into a platform.",
    footer = {
      "",
      "Exit status: 0 all rows went in or were there already, 3 some were quarantined, 2 an error.",
      "Without --address the platform running on the data folder is used; if none runs and --data",
      "is given, one is started for as long as the import takes."
    },
    mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {

  private static final int EXIT_QUARANTINED = 3;
  private static final int POLL_MILLIS_MAX = 500;

  @Parameters(index = "0", paramLabel = "STANDARD", description = "data standard, see: standards")
  private String standard;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "CSV, XLSX, JSON, NDJSON, XML, gzip of these")
  private List<Path> files;

  @Option(names = "--source", description = "who sent it (default: the file's name without ending)")
  private @Nullable String source;

  @Option(names = "--as-of", description = "day on which the data were known (default: now)")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description = "a constant for every row, for what the file does not say; may be repeated")
  private Map<String, String> constants = new LinkedHashMap<>();

  @Option(names = "--dry-run", description = "check everything, store nothing")
  private boolean dryRun;

  @Option(
      names = "--address",
      defaultValue = "${env:FIREBREAK_ADDRESS}",
      description = "of a running platform (FIREBREAK_ADDRESS)")
  private @Nullable String address;

  @Option(
      names = "--key",
      defaultValue = "${env:FIREBREAK_KEY}",
      description = "API key (FIREBREAK_KEY; default: that of the data folder)")
  private @Nullable String key;

  @Option(names = "--data", description = "data folder, when no platform runs elsewhere")
  private @Nullable Path data;

  @Option(names = "--json", description = "print {rows, accepted, quarantined, unchanged, rules}")
  private boolean json;

  @Option(names = "--quarantine-out", description = "write refused rows to this CSV")
  private @Nullable Path quarantineOut;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    for (Path file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new UserException("file-not-found", file + ": no such file, or it cannot be read");
      }
    }
    ImportTotals totals = new ImportTotals();
    try (PlatformConnection connection = PlatformConnection.open(address, key, data)) {
      List<Path> refused = new ArrayList<>();
      for (Path file : files) {
        JsonNode done = importFile(connection.client(), file);
        totals.add(done);
        if (!json) {
          spec.commandLine().getErr().println(ImportTotals.sentence(file, done));
        }
        if (quarantineOut != null && !dryRun && done.path("quarantined").asLong() > 0) {
          refused.add(downloadRefused(connection.client(), done.path("id").asLong()));
        }
      }
      writeRefused(refused);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? totals.json() : totals.table());
    out.flush();
    return totals.quarantined() > 0 ? EXIT_QUARANTINED : 0;
  }

  private JsonNode importFile(PlatformClient client, Path file) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("standard", standard);
    fields.put("source", source == null ? nameWithoutEnding(file) : source);
    fields.put("dryRun", Boolean.toString(dryRun));
    if (asOf != null) {
      fields.put("asOf", asOf.toString());
    }
    if (constants.isEmpty()) {
      return await(client, client.postFile("/imports", fields, file).path("id").asLong());
    }
    JsonNode preview = client.postFile("/imports/preview", fields, file);
    Mapping mapping = MappingJson.read(preview.path("mapping").toString());
    fields.put("previewToken", preview.path("token").asString());
    fields.put("mapping", MappingJson.write(mapping.withConstants(constants)));
    return await(client, client.postForm("/imports", fields).path("id").asLong());
  }

  private static String nameWithoutEnding(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.replaceFirst("(?i)(\\.(csv|tsv|txt|xlsx|json|ndjson|xml))?(\\.gz)?$", "");
  }

  private static JsonNode await(PlatformClient client, long id) {
    for (int millis = 20; ; millis = Math.min(millis * 2, POLL_MILLIS_MAX)) {
      JsonNode now = client.get("/imports/" + id);
      switch (now.path("state").asString("")) {
        case "done" -> {
          return now;
        }
        case "failed" ->
            throw new DataException(
                now.at("/error/code").asString("import-failed"),
                now.path("file").asString("") + ": " + now.at("/error/message").asString("failed"));
        case "cancelled" ->
            throw new UserException(
                "import-cancelled", "the import was cancelled; nothing is stored");
        default -> pause(millis);
      }
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ResourceException(
          "interrupted", "interrupted; the import goes on in the platform", e);
    }
  }

  private static Path downloadRefused(PlatformClient client, long id) {
    try {
      Path file = Files.createTempFile("firebreak-quarantine", ".csv");
      client.download("/imports/" + id + "/quarantine.csv", file);
      return file;
    } catch (IOException e) {
      throw new ResourceException("file-unwritable", "temporary file: " + e.getMessage(), e);
    }
  }

  /** One file, the header once if all headers are the same. */
  private void writeRefused(List<Path> parts) {
    if (quarantineOut == null) {
      return;
    }
    try (BufferedWriter out = Files.newBufferedWriter(quarantineOut)) {
      String header = null;
      for (Path part : parts) {
        try (BufferedReader in = Files.newBufferedReader(part)) {
          String own = in.readLine();
          if (own != null && !own.equals(header)) {
            out.write(own);
            out.newLine();
            header = own;
          }
          in.transferTo(out);
        }
        Files.delete(part);
      }
    } catch (IOException e) {
      throw new ResourceException(
          "file-unwritable", quarantineOut + ": cannot be written: " + e.getMessage(), e);
    }
  }
}
