package org.firebreak.bench.genome;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Another program, run on one thread, its CPU time taken by the shell. */
final class Peer {

  private static final long LONGEST_MINUTES = 20;
  private static final String TIMED = "TIMEFORMAT='cpu %U %S'; time \"$@\" >\"$OUT\" 2>\"$LOG\"";

  private Peer() {}

  /**
   * A run.
   *
   * @param cpuSeconds user and system
   * @param out what it printed
   * @param log its standard error
   */
  record Run(double cpuSeconds, Path out, Path log) {}

  /** Whether a program is installed. */
  static boolean isInstalled(String program) {
    for (String folder : String.valueOf(System.getenv("PATH")).split(":", -1)) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }

  /** Runs a program; empty if it is not installed or fails, which is said. */
  static Optional<Run> run(Path folder, List<String> command) throws IOException {
    if (!isInstalled(command.getFirst())) {
      System.err.println("not run: " + command.getFirst() + " is not installed");
      return Optional.empty();
    }
    Path out = Files.createTempFile(folder, "peer", ".out");
    Path log = Files.createTempFile(folder, "peer", ".log");
    List<String> shell = new ArrayList<>(List.of("bash", "-c", TIMED, "bash"));
    shell.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(shell).directory(folder.toFile());
    builder.environment().put("OUT", out.toString());
    builder.environment().put("LOG", log.toString());
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.environment().put("OPENBLAS_NUM_THREADS", "1");
    Process process = builder.start();
    try {
      if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        System.err.println("stopped after " + LONGEST_MINUTES + " minutes: " + command);
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    String timing = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.exitValue() != 0) {
      System.err.println("failed: " + command + ", see " + log);
      return Optional.empty();
    }
    for (String line : timing.lines().toList()) {
      if (line.startsWith("cpu ")) {
        String[] parts = line.split(" ", -1);
        double seconds = Double.parseDouble(parts[1]) + Double.parseDouble(parts[2]);
        return Optional.of(new Run(seconds, out, log));
      }
    }
    return Optional.empty();
  }
}
