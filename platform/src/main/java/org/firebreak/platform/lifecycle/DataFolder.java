package org.firebreak.platform.lifecycle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;

/**
 * The folder that holds everything a platform keeps, readable by its owner alone.
 *
 * <pre>
 * version    layout version, a number
 * lock       held while a platform runs: its process and address
 * postgres/  the embedded server's programs and its cluster
 * secrets/   generated passwords and the local key, one file each
 * uploads/ watch/ backups/ logs/
 * </pre>
 *
 * @param root the folder itself, absolute
 */
public record DataFolder(Path root) {

  /** Layout this program reads and writes; a folder with a higher number is from a later one. */
  public static final int LAYOUT_VERSION = 1;

  private static final long MIN_FREE_BYTES = 256L << 20;
  private static final int SECRET_BYTES = 24;

  /**
   * Opens a folder, making it and its parts if they are not there.
   *
   * @throws UserException if it was written by a later version or is another program's
   * @throws ResourceException if it cannot be written or its disk is full
   */
  public static DataFolder open(Path path) {
    DataFolder folder = new DataFolder(path.toAbsolutePath().normalize());
    try {
      folder.create();
      return folder;
    } catch (IOException e) {
      throw new ResourceException(
          "data-folder-unusable",
          "the data folder " + folder.root + " cannot be used: " + reasonOf(e),
          e);
    }
  }

  private void create() throws IOException {
    Files.createDirectories(root);
    checkVersion();
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
    for (Path part : List.of(postgres(), secrets(), uploads(), watch(), backups(), logs())) {
      Files.createDirectories(part);
    }
    Files.setPosixFilePermissions(secrets(), PosixFilePermissions.fromString("rwx------"));
    long freeBytes = Files.getFileStore(root).getUsableSpace();
    if (freeBytes < MIN_FREE_BYTES) {
      throw new ResourceException(
          "disk-full",
          "the disk of the data folder %s is full: %d MB are free, at least %d are needed"
              .formatted(root, freeBytes >> 20, MIN_FREE_BYTES >> 20));
    }
  }

  private void checkVersion() throws IOException {
    Path file = root.resolve("version");
    if (!Files.exists(file)) {
      Files.writeString(file, LAYOUT_VERSION + "\n");
      return;
    }
    String text = Files.readString(file).strip();
    int version = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    if (version < 1) {
      throw new UserException(
          "data-folder-foreign",
          root + " is not a data folder of Firebreak: its file 'version' says '" + text + "'");
    }
    if (version > LAYOUT_VERSION) {
      throw new UserException(
          "data-folder-newer",
          "the data folder %s was written by a later version of Firebreak (layout %d, this program knows up to %d); start that version, or choose another folder with --data"
              .formatted(root, version, LAYOUT_VERSION));
    }
  }

  /** What the file system said, in words. */
  static String reasonOf(IOException e) {
    return switch (e) {
      case java.nio.file.AccessDeniedException denied -> "permission denied: " + denied.getFile();
      case java.nio.file.FileAlreadyExistsException file ->
          file.getFile() + " is a file, not a folder";
      case java.nio.file.NoSuchFileException missing -> "no such file: " + missing.getFile();
      default -> String.valueOf(e.getMessage());
    };
  }

  public Path postgres() {
    return root.resolve("postgres");
  }

  public Path secrets() {
    return root.resolve("secrets");
  }

  /** Files on their way in. */
  public Path uploads() {
    return root.resolve("uploads");
  }

  /** The watched folder: what is put here is imported. */
  public Path watch() {
    return root.resolve("watch");
  }

  public Path backups() {
    return root.resolve("backups");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  Path lockFile() {
    return root.resolve("lock");
  }

  /** A generated secret of the folder; made the first time it is asked for, kept with mode 0600. */
  public String secret(String name, SecureRandom random) {
    Path file = secrets().resolve(name);
    try {
      if (!Files.exists(file)) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        writeSecret(name, HexFormat.of().formatHex(bytes));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new ResourceException(
          "secret-unreadable", "the secret " + file + " cannot be read: " + reasonOf(e), e);
    }
  }

  /** Writes a secret whole or not at all, readable by the owner alone. */
  public void writeSecret(String name, String value) {
    Path file = secrets().resolve(name);
    try {
      Path draft = secrets().resolve(name + ".draft");
      Files.deleteIfExists(draft);
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, value + "\n", StandardCharsets.UTF_8);
      Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new ResourceException(
          "secret-unwritable", "the secret " + file + " cannot be written: " + reasonOf(e), e);
    }
  }
}
