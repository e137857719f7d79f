package org.firebreak.platform.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.firebreak.base.error.InternalException;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.lifecycle.DataFolder;
import org.springframework.stereotype.Component;

/**
 * Files on their way in. A file is acknowledged only when it is on disk for good, and is kept until
 * its import has ended, so that a crash in between loses nothing. Thread-safe.
 */
@Component
public class UploadStore {

  private final Path folder;

  UploadStore(DataFolder data) {
    this.folder = data.uploads();
  }

  /**
   * Stores a file and syncs it to disk.
   *
   * @throws ResourceException if the disk is full or cannot be written; nothing is left behind
   */
  public StoredFile store(InputStream content) {
    String name = UUID.randomUUID().toString();
    Path file = folder.resolve(name);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (OutputStream out =
          new DigestOutputStream(
              Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), digest)) {
        content.transferTo(out);
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      return new StoredFile(name, HexFormat.of().formatHex(digest.digest()), Files.size(file));
    } catch (IOException e) {
      delete(name);
      boolean full = String.valueOf(e.getMessage()).contains("No space left");
      throw full
          ? new ResourceException(
              "disk-full",
              "The disk of the platform is full; nothing was taken in. Make room and send the file again.",
              e)
          : new ResourceException(
              "upload-failed", "The file could not be stored: " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new InternalException("no-sha-256", "This Java has no SHA-256", e);
    }
  }

  /**
   * Where a stored file is.
   *
   * @throws UserException if it is not there any more
   */
  public Path path(String name) {
    Path file = folder.resolve(UUID.fromString(name).toString());
    if (!Files.exists(file)) {
      throw new UserException(
          "upload-not-found", "The uploaded file is not there any more; send it again");
    }
    return file;
  }

  /** Deletes a stored file; one that is gone already is no error. */
  public void delete(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name));
    } catch (IOException e) {
      throw new ResourceException("upload-undeletable", "Cannot delete the upload " + name, e);
    }
  }

  /**
   * A file on disk.
   *
   * @param sha256 hash of its bytes, 64 hexadecimal digits
   */
  public record StoredFile(String name, String sha256, long sizeBytes) {}
}
