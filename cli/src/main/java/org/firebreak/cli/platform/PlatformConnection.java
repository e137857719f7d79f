package org.firebreak.cli.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.access.FirstAdministrator;
import org.firebreak.platform.lifecycle.DataFolder;
import org.firebreak.platform.lifecycle.FolderLock;
import org.firebreak.platform.lifecycle.RunningPlatform;
import org.firebreak.platform.lifecycle.StartOptions;
import org.jspecify.annotations.Nullable;

/**
 * A platform to talk to: one that runs elsewhere, one that runs on a data folder of this machine,
 * or one started here on a data folder for as long as the command takes.
 */
final class PlatformConnection implements AutoCloseable {

  private final PlatformClient client;
  private final @Nullable RunningPlatform own;

  private PlatformConnection(PlatformClient client, @Nullable RunningPlatform own) {
    this.client = client;
    this.own = own;
  }

  /**
   * Connects.
   *
   * @param address of a running platform, or null
   * @param key for it, or null for the local key of the data folder
   * @param data a data folder, or null
   */
  static PlatformConnection open(
      @Nullable String address, @Nullable String key, @Nullable Path data) {
    if (address != null) {
      return new PlatformConnection(
          new PlatformClient(address, key == null ? localKey(data) : key), null);
    }
    Path folder = data == null ? Path.of("data") : data;
    Optional<String> running =
        Files.isDirectory(folder)
            ? FolderLock.findRunning(new DataFolder(folder.toAbsolutePath().normalize()))
            : Optional.empty();
    if (running.isPresent()) {
      return new PlatformConnection(
          new PlatformClient(running.get(), key == null ? localKey(folder) : key), null);
    }
    if (data == null) {
      throw new UserException(
          "platform-not-found",
          "no platform runs on ./data; start one (firebreak start), name its address"
              + " (--address, --key), or name a data folder (--data DIR)");
    }
    return start(folder);
  }

  private static PlatformConnection start(Path folder) {
    RunningPlatform platform =
        RunningPlatform.start(StartOptions.onAnyPort(folder), sentence -> {}, Map.of());
    platform.context().getBean(FirstAdministrator.class).registerLocalKey();
    return new PlatformConnection(
        new PlatformClient(platform.address(), localKey(folder)), platform);
  }

  private static String localKey(@Nullable Path data) {
    Path file =
        new DataFolder((data == null ? Path.of("data") : data).toAbsolutePath().normalize())
            .secrets()
            .resolve(FirstAdministrator.LOCAL_KEY);
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UserException(
          "key-missing",
          "no key for the platform: give --key or FIREBREAK_KEY, or --data with its data folder",
          e);
    }
  }

  PlatformClient client() {
    return client;
  }

  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
  }
}
