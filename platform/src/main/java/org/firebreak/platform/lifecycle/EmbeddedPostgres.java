package org.firebreak.platform.lifecycle;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.firebreak.base.error.ResourceException;

/**
 * The embedded PostgreSQL of a data folder: made with checksums and SCRAM passwords, bound to the
 * loopback address, every safety of its log on. The caller holds the {@link FolderLock}, so a
 * server found running here lost its platform (killed, or its machine crashed) and is stopped
 * before a new one starts: what it had acknowledged it has, what it had not it rolls back.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  static final String SUPERUSER = "firebreak_super";

  /** Line of the port in the server's pid file, counted from 0. */
  private static final int PID_FILE_PORT_LINE = 3;

  private static final int START_TIMEOUT_SECONDS = 300;

  /** Rewritten at every start; none of these may be lost to a default of the distribution. */
  @SuppressWarnings("InlineFormatString") // reads better above the code than inside it
  private static final String SETTINGS =
      """
      listen_addresses = '127.0.0.1'
      port = %d
      unix_socket_directories = ''
      fsync = on
      synchronous_commit = on
      full_page_writes = on
      password_encryption = 'scram-sha-256'
      max_connections = 60
      shared_buffers = '256MB'
      work_mem = '16MB'
      maintenance_work_mem = '128MB'
      max_wal_size = '2GB'
      random_page_cost = 1.1
      timezone = 'UTC'
      log_timezone = 'UTC'
      jit = off
      # A failing statement would carry personal data into the log.
      log_min_error_statement = 'panic'
      log_error_verbosity = 'terse'
      log_parameter_max_length_on_error = 0
      """;

  private static final String CLIENT_AUTHENTICATION = "host all all 127.0.0.1/32 scram-sha-256\n";

  private final PostgresPrograms programs;
  private final Path cluster;
  private final Path log;
  private final int port;
  private final String password;

  private EmbeddedPostgres(
      PostgresPrograms programs, Path cluster, Path log, int port, String password) {
    this.programs = programs;
    this.cluster = cluster;
    this.log = log;
    this.port = port;
    this.password = password;
  }

  /** Starts the server of the folder, making its cluster the first time. */
  public static EmbeddedPostgres start(DataFolder folder, SecureRandom random, Steps steps) {
    Path cluster = folder.postgres().resolve("cluster-18");
    PostgresPrograms programs = PostgresPrograms.unpack(folder.postgres());
    String password = folder.secret("database-super", random);
    try {
      if (!Files.exists(cluster.resolve("PG_VERSION"))) {
        steps.say("making the database cluster (once)");
        initialise(programs, folder, cluster);
      }
      stopOrphan(programs, cluster, steps);
      EmbeddedPostgres server =
          new EmbeddedPostgres(
              programs, cluster, folder.logs().resolve("postgres.log"), freePort(), password);
      server.launch();
      return server;
    } catch (IOException e) {
      throw new ResourceException(
          "postgres-folder",
          "the database folder " + cluster + " cannot be used: " + DataFolder.reasonOf(e),
          e);
    }
  }

  private static void initialise(PostgresPrograms programs, DataFolder folder, Path cluster)
      throws IOException {
    Path draft = folder.postgres().resolve("cluster.draft");
    if (Files.exists(draft)) {
      try (var paths = Files.walk(draft)) {
        for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    programs.run(
        "initdb",
        List.of(
            "--pgdata=" + draft,
            "--username=" + SUPERUSER,
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--locale=C.UTF-8",
            "--auth=scram-sha-256",
            "--pwfile=" + folder.secrets().resolve("database-super"),
            "--data-checksums"));
    Files.writeString(
        draft.resolve("postgresql.conf"),
        "include 'firebreak.conf'\n",
        java.nio.file.StandardOpenOption.APPEND);
    Files.writeString(draft.resolve("pg_hba.conf"), CLIENT_AUTHENTICATION);
    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwx------"));
    Files.move(draft, cluster, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  private static void stopOrphan(PostgresPrograms programs, Path cluster, Steps steps)
      throws IOException {
    Optional<ProcessHandle> orphan = findServer(cluster);
    if (orphan.isPresent()) {
      steps.say(
          "stopping the database server that an earlier run left behind (process "
              + orphan.get().pid()
              + ")");
      programs.run("pg_ctl", List.of("stop", "-D", cluster.toString(), "-m", "fast", "-w"));
    }
  }

  /** The server process of a cluster, if it runs; a stale pid file of another program is none. */
  private static Optional<ProcessHandle> findServer(Path cluster) throws IOException {
    Path file = cluster.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().command().orElse("postgres").endsWith("postgres"));
  }

  /**
   * The superuser of a server that runs for another process, which holds the folder's lock.
   *
   * @throws ResourceException if none runs
   */
  static DatabaseLogin attach(DataFolder folder, SecureRandom random) {
    Path file = folder.postgres().resolve("cluster-18").resolve("postmaster.pid");
    try {
      String port = Files.readAllLines(file).get(PID_FILE_PORT_LINE).strip();
      return new DatabaseLogin(
          "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
          SUPERUSER,
          folder.secret("database-super", random));
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new ResourceException(
          "database-away", "the database of " + folder.root() + " does not run", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void launch() throws IOException {
    Files.writeString(cluster.resolve("firebreak.conf"), SETTINGS.formatted(port));
    programs.run(
        "pg_ctl",
        List.of(
            "start",
            "-D",
            cluster.toString(),
            "-w",
            "-t",
            String.valueOf(START_TIMEOUT_SECONDS),
            "-l",
            log.toString()));
  }

  /** Starts the server again on the same port after it went away. */
  void relaunch() {
    try {
      launch();
    } catch (IOException e) {
      throw new ResourceException("postgres-folder", "the database cannot be started again", e);
    }
  }

  /** The server's process; for tests that kill it. */
  Optional<ProcessHandle> process() {
    try {
      return findServer(cluster);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Where the superuser signs in. */
  DatabaseLogin superuser() {
    return new DatabaseLogin(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", SUPERUSER, password);
  }

  /** Stops the server cleanly: connections are ended, the log is flushed. */
  @Override
  public void close() {
    if (process().isPresent()) {
      programs.run("pg_ctl", List.of("stop", "-D", cluster.toString(), "-m", "fast", "-w"));
    }
  }
}
