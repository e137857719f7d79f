package org.firebreak.platform.operation;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.firebreak.base.error.InternalException;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.lifecycle.DataFolder;
import org.firebreak.platform.lifecycle.Database;
import org.firebreak.platform.lifecycle.Steps;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes all that a platform holds into one file, while it runs: one snapshot of every table (read
 * in a single repeatable-read transaction) as COPY text in a ZIP, with a manifest that carries the
 * version and a SHA-256 for each table. Sessions are left out. The file holds personal data in
 * plain, so it is made with mode 0600; guard it like the database. Reads a table a time, memory
 * stays flat.
 */
public final class Backup {

  /** Secrets without which the data is not what it was; passwords of the database are not. */
  private static final List<String> SECRET_PREFIXES = List.of("people-", "audit-");

  private final Database database;
  private final DataFolder folder;
  private final Clock clock;

  public Backup(Database database, DataFolder folder, Clock clock) {
    this.database = database;
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Writes the backup whole or not at all.
   *
   * @return rows written
   * @throws UserException if the file is there already
   * @throws ResourceException if it cannot be written or the database not be read
   */
  public long write(Path file, Steps steps) {
    if (Files.exists(file)) {
      throw new UserException("backup-exists", file + " is there already; choose another name");
    }
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    try {
      Files.deleteIfExists(draft);
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      long rows = writeTo(draft, steps);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      return rows;
    } catch (IOException e) {
      throw new ResourceException(
          "backup-unwritable", "the backup " + file + " cannot be written: " + e.getMessage(), e);
    } catch (SQLException e) {
      throw new ResourceException(
          "backup-unreadable", "the database cannot be read: " + e.getMessage(), e);
    } finally {
      deleteQuietly(draft);
    }
  }

  private static void deleteQuietly(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      // A draft that is left behind says by its name what it is.
    }
  }

  private long writeTo(Path draft, Steps steps) throws IOException, SQLException {
    String migration =
        database
            .version()
            .orElseThrow(
                () -> new UserException("backup-empty", "the data folder holds nothing yet"));
    try (Connection connection = database.owner().connect();
        ZipOutputStream zip =
            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(draft)))) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      List<BackupManifest.Table> tables = new ArrayList<>();
      long rows = 0;
      for (TableCatalog.Table table : TableCatalog.list(connection)) {
        BackupManifest.Table written = writeTable(connection, zip, table, tables.size());
        rows += written.rows();
        tables.add(written);
      }
      steps.say("tables written: " + tables.size() + ", rows: " + rows);
      List<String> secrets = writeSecrets(zip);
      BackupManifest manifest =
          new BackupManifest(
              BackupManifest.FORMAT,
              clock.instant().toString(),
              migration,
              tables,
              TableCatalog.sequences(connection),
              secrets);
      zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
      zip.write(JsonMapper.builder().build().writeValueAsBytes(manifest));
      zip.closeEntry();
      connection.rollback();
      noteInAuditBook(connection, migration, rows);
      return rows;
    }
  }

  private static BackupManifest.Table writeTable(
      Connection connection, ZipOutputStream zip, TableCatalog.Table table, int index)
      throws IOException, SQLException {
    zip.putNextEntry(new ZipEntry(BackupManifest.tableEntry(index)));
    DigestOutputStream digest = new DigestOutputStream(new KeepOpen(zip), sha256());
    long rows =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(
                "COPY %s (%s) TO STDOUT"
                    .formatted(table.name(), String.join(", ", table.columns())),
                digest);
    zip.closeEntry();
    return new BackupManifest.Table(
        table.name(),
        table.columns(),
        rows,
        HexFormat.of().formatHex(digest.getMessageDigest().digest()));
  }

  private List<String> writeSecrets(ZipOutputStream zip) throws IOException {
    List<String> names = new ArrayList<>();
    try (var files = Files.list(folder.secrets())) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (SECRET_PREFIXES.stream().anyMatch(name::startsWith)) {
          zip.putNextEntry(new ZipEntry("secrets/" + name));
          zip.write(Files.readString(file).strip().getBytes(StandardCharsets.UTF_8));
          zip.closeEntry();
          names.add(name);
        }
      }
    }
    return names;
  }

  private static void noteInAuditBook(Connection connection, String migration, long rows)
      throws SQLException {
    connection.setReadOnly(false);
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO audit.entry (at, actor, action, subject, detail) VALUES (now(), 'local',"
              + " 'backup', 'database', jsonb_build_object('migration', '%s', 'rows', '%d'))"
                  .formatted(migration, rows));
    }
    connection.commit();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new InternalException("sha-256", "Every Java has SHA-256", e);
    }
  }

  /** The driver closes the stream it copies to; the ZIP goes on. */
  private static final class KeepOpen extends FilterOutputStream {

    KeepOpen(OutputStream target) {
      super(target);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
