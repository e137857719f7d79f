package org.firebreak.platform.lifecycle;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.firebreak.base.error.UserException;
import org.jspecify.annotations.Nullable;

/**
 * The database of a data folder for a command that needs no platform: the one that runs, if a
 * platform runs on the folder, else one that runs as long as the command.
 */
public final class MaintenanceDatabase implements AutoCloseable {

  private final DataFolder folder;
  private final Database database;
  private final @Nullable EmbeddedPostgres own;
  private final @Nullable FolderLock lock;

  private MaintenanceDatabase(
      DataFolder folder,
      Database database,
      @Nullable EmbeddedPostgres own,
      @Nullable FolderLock lock) {
    this.folder = folder;
    this.database = database;
    this.own = own;
    this.lock = lock;
  }

  /**
   * Opens the database of a folder.
   *
   * @param databaseUrl an external database, or null for the embedded one
   */
  public static MaintenanceDatabase open(Path path, @Nullable String databaseUrl, Steps steps) {
    StartLogging.quiet();
    SecureRandom random = new SecureRandom();
    DataFolder folder = DataFolder.open(path);
    if (databaseUrl != null) {
      DatabaseLogin owner = DatabaseAddress.parse(databaseUrl, System.getenv());
      return new MaintenanceDatabase(
          folder, Database.prepareExternal(owner, folder, random), null, null);
    }
    if (FolderLock.findRunning(folder).isPresent()) {
      DatabaseLogin superuser = EmbeddedPostgres.attach(folder, random);
      return new MaintenanceDatabase(
          folder, Database.prepare(superuser, folder, random), null, null);
    }
    return openOwn(folder, random, steps);
  }

  /**
   * Opens an embedded database that no platform uses meanwhile.
   *
   * @throws UserException if one does
   */
  public static MaintenanceDatabase openAlone(Path path, Steps steps) {
    StartLogging.quiet();
    return openOwn(DataFolder.open(path), new SecureRandom(), steps);
  }

  private static MaintenanceDatabase openOwn(DataFolder folder, SecureRandom random, Steps steps) {
    FolderLock lock = FolderLock.take(folder);
    EmbeddedPostgres server = null;
    try {
      steps.say("starting the database");
      server = EmbeddedPostgres.start(folder, random, steps);
      Database database = Database.prepare(server.superuser(), folder, random);
      return new MaintenanceDatabase(folder, database, server, lock);
    } catch (RuntimeException e) {
      if (server != null) {
        server.close();
      }
      lock.close();
      throw e;
    }
  }

  public DataFolder folder() {
    return folder;
  }

  public Database database() {
    return database;
  }

  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
    if (lock != null) {
      lock.close();
    }
  }
}
