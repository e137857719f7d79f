package org.firebreak.platform.lifecycle;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the person who starts a platform decides.
 *
 * @param data the data folder
 * @param address the address to listen on, 127.0.0.1 unless others shall reach it
 * @param port 1 to 65535, or 0 for any that is free
 * @param databaseUrl an external PostgreSQL, or null for the embedded one
 * @param demo whether to load the demonstration incident
 */
public record StartOptions(
    Path data, String address, int port, @Nullable String databaseUrl, boolean demo) {

  public StartOptions {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("A port is 0..65535, was " + port);
    }
  }

  /** The embedded database, the loopback address and any free port. */
  public static StartOptions onAnyPort(Path data) {
    return new StartOptions(data, "127.0.0.1", 0, null, false);
  }
}
