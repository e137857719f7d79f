package org.firebreak.bench.epidemic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs a kernel of an R package over the same series in a process of its own. */
final class Peer {

  private static final int PACKAGE_ABSENT = 3;

  private final Path folder;

  /** Lays the script into a folder. */
  Peer(Path folder) throws IOException {
    this.folder = folder;
    try (InputStream script = Objects.requireNonNull(Peer.class.getResourceAsStream("peers.R"))) {
      Files.copy(script, folder.resolve("peers.R"));
    }
  }

  /**
   * What a peer answered.
   *
   * @param version package and version
   * @param millis CPU time per series
   * @param answers per series
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier inside the bench
  record Result(String version, double[] millis, List<double[]> answers) {}

  /** The peer's answers; empty if R or the package is not installed. */
  Optional<Result> run(String kernel, SeriesSet set) throws IOException, InterruptedException {
    Path input = folder.resolve(kernel + ".csv");
    Files.write(input, set.items().stream().map(Peer::line).toList());
    Path output = folder.resolve(kernel + ".out");
    ProcessBuilder builder =
        new ProcessBuilder(
                "Rscript", folder.resolve("peers.R").toString(), kernel, input.toString())
            .redirectOutput(output.toFile())
            .redirectError(folder.resolve(kernel + ".err").toFile());
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.environment().put("OPENBLAS_NUM_THREADS", "1");
    int status;
    try {
      status = builder.start().waitFor();
    } catch (IOException e) {
      return Optional.empty();
    }
    if (status == PACKAGE_ABSENT) {
      return Optional.empty();
    }
    if (status != 0) {
      throw new IOException(
          "The peer of "
              + kernel
              + " failed: "
              + Files.readString(folder.resolve(kernel + ".err")));
    }
    return Optional.of(read(Files.readAllLines(output, StandardCharsets.UTF_8)));
  }

  private static String line(SeriesSet.Item item) {
    return Arrays.stream(item.values())
        .mapToObj(Double::toString)
        .collect(Collectors.joining(",", item.name() + "," + item.frequency() + ",", ""));
  }

  private static Result read(List<String> lines) {
    List<double[]> answers = new ArrayList<>();
    double[] millis = new double[lines.size() - 1];
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", -1);
      millis[i - 1] = Double.parseDouble(cells[1]);
      answers.add(Arrays.stream(cells, 2, cells.length).mapToDouble(Peer::number).toArray());
    }
    return new Result(lines.getFirst().strip(), millis, answers);
  }

  private static double number(String cell) {
    return cell.startsWith("NA") || cell.startsWith("NaN")
        ? Double.NaN
        : switch (cell) {
          case "Inf" -> Double.POSITIVE_INFINITY;
          case "-Inf" -> Double.NEGATIVE_INFINITY;
          default -> Double.parseDouble(cell);
        };
  }
}
