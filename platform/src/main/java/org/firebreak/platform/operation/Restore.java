package org.firebreak.platform.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.lifecycle.DataFolder;
import org.firebreak.platform.lifecycle.Database;
import org.firebreak.platform.lifecycle.Steps;
import org.postgresql.PGConnection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a {@link Backup} into an empty data folder: checks every sum first, makes the tables as
 * they were, fills them in one transaction, then migrates them to this version. What cannot be read
 * whole changes nothing.
 */
public final class Restore {

  private final Database database;
  private final DataFolder folder;

  public Restore(Database database, DataFolder folder) {
    this.database = database;
    this.folder = folder;
  }

  /**
   * Restores a backup.
   *
   * @return rows read
   * @throws UserException if the file is not there, from a later version, or the database not empty
   * @throws DataException if the file is no backup or damaged
   */
  public long read(Path file, Steps steps) {
    if (database.version().isPresent()) {
      throw new UserException(
          "restore-not-empty",
          "the data folder " + folder.root() + " holds data already; restore into an empty one");
    }
    if (!Files.isReadable(file)) {
      throw new UserException("backup-not-found", "the backup " + file + " cannot be read");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      BackupManifest manifest = manifest(zip, file);
      steps.say("checking the backup of " + manifest.createdAt());
      verify(zip, manifest, file);
      restoreSecrets(zip, manifest);
      database.migrateTo(manifest.migration());
      steps.say("filling tables: " + manifest.tables().size());
      long rows = fill(zip, manifest);
      database.migrate();
      return rows;
    } catch (ZipException e) {
      throw damaged(file, "it is not a backup file");
    } catch (IOException | SQLException e) {
      throw new ResourceException(
          "restore-failed", "the backup cannot be restored: " + e.getMessage(), e);
    }
  }

  private BackupManifest manifest(ZipFile zip, Path file) throws IOException {
    ZipEntry entry = zip.getEntry(BackupManifest.ENTRY);
    if (entry == null) {
      throw damaged(file, "it has no manifest");
    }
    try (InputStream text = zip.getInputStream(entry)) {
      BackupManifest manifest = JsonMapper.builder().build().readValue(text, BackupManifest.class);
      if (manifest.format() > BackupManifest.FORMAT || !database.knows(manifest.migration())) {
        throw new UserException(
            "backup-newer",
            "%s was written by a later version of Firebreak; restore it with that version"
                .formatted(file));
      }
      return manifest;
    } catch (JacksonException e) {
      throw damaged(file, "its manifest cannot be read");
    }
  }

  private static void verify(ZipFile zip, BackupManifest manifest, Path file) throws IOException {
    for (int i = 0; i < manifest.tables().size(); i++) {
      ZipEntry entry = zip.getEntry(BackupManifest.tableEntry(i));
      BackupManifest.Table table = manifest.tables().get(i);
      if (entry == null) {
        throw damaged(file, "the table " + table.name() + " is missing");
      }
      try (DigestInputStream rows =
          new DigestInputStream(zip.getInputStream(entry), Backup.sha256())) {
        rows.transferTo(OutputStream.nullOutputStream());
        String sum = HexFormat.of().formatHex(rows.getMessageDigest().digest());
        if (!sum.equals(table.sha256())) {
          throw damaged(file, "the table " + table.name() + " differs from its checksum");
        }
      } catch (ZipException e) {
        throw damaged(file, "the table " + table.name() + " cannot be unpacked");
      }
    }
  }

  private static DataException damaged(Path file, String what) {
    return new DataException("backup-damaged", file + " cannot be restored: " + what);
  }

  private void restoreSecrets(ZipFile zip, BackupManifest manifest) throws IOException {
    for (String name : manifest.secrets()) {
      ZipEntry entry = zip.getEntry("secrets/" + name);
      if (entry == null || !name.matches("[a-z-]+")) {
        throw new DataException("backup-damaged", "the secret " + name + " is missing");
      }
      try (InputStream text = zip.getInputStream(entry)) {
        folder.writeSecret(name, new String(text.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  private long fill(ZipFile zip, BackupManifest manifest) throws SQLException, IOException {
    try (Connection connection = database.owner().connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      // Migrations put rows of their own into some tables; the backup has them too.
      List<TableCatalog.Table> present = TableCatalog.list(connection);
      statement.execute(
          "TRUNCATE "
              + present.stream().map(TableCatalog.Table::name).collect(Collectors.joining(", "))
              + " CASCADE");
      // What triggers once wrote is in the backup too.
      triggers(statement, present, "DISABLE");
      long rows = 0;
      for (int i = 0; i < manifest.tables().size(); i++) {
        rows += fill(connection, zip, manifest.tables().get(i), i, present);
      }
      for (Map.Entry<String, Long> sequence : manifest.sequences().entrySet()) {
        try (PreparedStatement set = connection.prepareStatement("SELECT setval(?::regclass, ?)")) {
          set.setString(1, sequence.getKey());
          set.setLong(2, sequence.getValue());
          set.execute();
        }
      }
      triggers(statement, present, "ENABLE");
      connection.commit();
      return rows;
    }
  }

  private static void triggers(Statement statement, List<TableCatalog.Table> tables, String verb)
      throws SQLException {
    for (TableCatalog.Table table : tables) {
      statement.execute("ALTER TABLE %s %s TRIGGER USER".formatted(table.name(), verb));
    }
  }

  /** Names come from the file, so only those that the database itself has are used. */
  private static long fill(
      Connection connection,
      ZipFile zip,
      BackupManifest.Table table,
      int index,
      List<TableCatalog.Table> present)
      throws SQLException, IOException {
    TableCatalog.Table target =
        present.stream()
            .filter(known -> known.name().equals(table.name()))
            .findFirst()
            .orElseThrow(
                () -> new DataException("backup-damaged", "there is no table " + table.name()));
    if (!target.columns().containsAll(table.columns())) {
      throw new DataException("backup-damaged", "the columns of " + table.name() + " differ");
    }
    try (InputStream rows = zip.getInputStream(zip.getEntry(BackupManifest.tableEntry(index)))) {
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "COPY %s (%s) FROM STDIN"
                  .formatted(target.name(), String.join(", ", table.columns())),
              rows);
    }
  }
}
