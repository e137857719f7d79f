package org.firebreak.platform.lifecycle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;
import org.jspecify.annotations.Nullable;

/**
 * The right to run on a data folder, held by one process at a time. The operating system releases
 * it when the process ends, however it ends. The lock file says who holds it: {@code pid address}.
 */
public final class FolderLock implements AutoCloseable {

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws UserException if another process holds it; the message names it and its address
   */
  public static FolderLock take(DataFolder folder) {
    Path file = folder.lockFile();
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new UserException(
            "already-running",
            "Firebreak already runs on the data folder %s%s; stop it first, or choose another folder with --data"
                .formatted(folder.root(), holder(file)));
      }
      FolderLock lock = new FolderLock(channel);
      lock.announce("");
      return lock;
    } catch (IOException e) {
      throw new ResourceException(
          "lock-unusable",
          "the lock file " + file + " cannot be used: " + DataFolder.reasonOf(e),
          e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String holder(Path file) throws IOException {
    String[] parts = Files.readString(file).strip().split(" ", 2);
    String process = parts[0].isEmpty() ? "" : " (process " + parts[0];
    return process.isEmpty() ? "" : process + (parts.length > 1 ? ", " + parts[1] + ")" : ")");
  }

  /** Where the platform running on {@code folder} listens, if one runs and has come that far. */
  public static Optional<String> findRunning(DataFolder folder) {
    Path file = folder.lockFile();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock free = tryLock(channel)) {
      if (free != null) {
        return Optional.empty();
      }
      String[] parts = Files.readString(file).strip().split(" ", 2);
      return parts.length > 1 ? Optional.of(parts[1]) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Writes where the platform listens, for whoever finds the folder locked. */
  void announce(String address) {
    String text = ProcessHandle.current().pid() + (address.isEmpty() ? "" : " " + address) + "\n";
    try {
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    } catch (IOException e) {
      throw new ResourceException(
          "disk-full", "the lock file cannot be written: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      channel.truncate(0);
      channel.close();
    } catch (IOException e) {
      // The process is ending and the operating system releases the lock with it.
    }
  }
}
