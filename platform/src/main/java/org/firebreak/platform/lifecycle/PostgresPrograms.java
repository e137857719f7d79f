package org.firebreak.platform.lifecycle;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.firebreak.base.error.InternalException;
import org.firebreak.base.error.ResourceException;

/**
 * The programs of the embedded PostgreSQL, unpacked once into a folder, and how they are run:
 * PostgreSQL refuses to run as root, so root runs it in a user namespace of its own, where it is
 * nobody but keeps its files.
 */
final class PostgresPrograms {

  private static final String ARCHIVE_X86 = "/postgres-linux-x86_64.txz";
  private static final String ARCHIVE_ARM = "/postgres-linux-arm_64v8.txz";
  private static final int TIMEOUT_SECONDS = 600;

  private final Path folder;
  private final List<String> prefix;

  private PostgresPrograms(Path folder, List<String> prefix) {
    this.folder = folder;
    this.prefix = prefix;
  }

  /** Unpacks the programs below {@code parent} unless this version of them is there already. */
  static PostgresPrograms unpack(Path parent) {
    String archive = "aarch64".equals(System.getProperty("os.arch")) ? ARCHIVE_ARM : ARCHIVE_X86;
    Path folder = parent.resolve("programs-18.6");
    try {
      if (!Files.exists(folder)) {
        Path draft = parent.resolve("programs.draft");
        deleteAll(draft);
        unpack(archive, draft);
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
      }
      return new PostgresPrograms(folder, prefix());
    } catch (IOException e) {
      throw new ResourceException(
          "postgres-unpack",
          "the embedded PostgreSQL cannot be unpacked into "
              + folder
              + ": "
              + DataFolder.reasonOf(e),
          e);
    }
  }

  private static void unpack(String archive, Path target) throws IOException {
    try (InputStream raw = PostgresPrograms.class.getResourceAsStream(archive)) {
      if (raw == null) {
        throw new ResourceException(
            "postgres-platform",
            "there is no embedded PostgreSQL for this machine (%s); use --database-url"
                .formatted(System.getProperty("os.arch")));
      }
      try (TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(raw)))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          unpack(tar, entry, target);
        }
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new InternalException(
          "postgres-archive", "entry outside the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, path);
      boolean program = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static List<String> prefix() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return List.of();
    }
    if (runs("unshare", "-U", "true")) {
      return List.of("unshare", "-U");
    }
    throw new ResourceException(
        "postgres-root",
        "PostgreSQL does not run as root, and this machine does not allow user namespaces; start Firebreak as a normal user, or use --database-url");
  }

  private static boolean runs(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Runs a program to its end.
   *
   * @return what it printed
   * @throws ResourceException if it fails; the message carries its last line
   */
  String run(String program, List<String> arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(folder.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    try {
      Path output = Files.createTempFile(folder.getParent(), program, ".out");
      try {
        return run(program, command, output);
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new ResourceException(
          "postgres-program", "PostgreSQL's " + program + " cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ResourceException("interrupted", "interrupted while running " + program, e);
    }
  }

  private String run(String program, List<String> command, Path output)
      throws IOException, InterruptedException {
    // Output goes to a file: the server would inherit a pipe and keep it open.
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("TZ", "UTC");
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LD_LIBRARY_PATH", folder.resolve("lib").toString());
    Process process = builder.start();
    if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new ResourceException(
          "postgres-program",
          "PostgreSQL's " + program + " did not end within " + TIMEOUT_SECONDS + " s");
    }
    String printed = Files.readString(output);
    if (process.exitValue() != 0) {
      List<String> lines = printed.lines().filter(line -> !line.isBlank()).toList();
      throw new ResourceException(
          "postgres-program",
          "PostgreSQL's %s failed: %s"
              .formatted(program, lines.isEmpty() ? "no words" : lines.getLast()));
    }
    return printed;
  }
}
