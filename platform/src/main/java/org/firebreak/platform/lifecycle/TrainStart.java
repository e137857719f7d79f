package org.firebreak.platform.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts a platform in a temporary folder, asks it a few things and stops it, so that the virtual
 * machine can record which classes a start needs: {@code java -XX:AOTCacheOutput=FILE -cp 'lib/*'
 * org.firebreak.platform.lifecycle.TrainStart}, once after a build; then {@code -XX:AOTCache=FILE}
 * with the same class path.
 */
public final class TrainStart {

  private static final List<String> ASKED =
      List.of("/", "/api/v1/session", "/api/v1/jobs", "/actuator/health");

  private TrainStart() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("firebreak-train");
    try (RunningPlatform platform =
            RunningPlatform.start(StartOptions.onAnyPort(folder), sentence -> {});
        HttpClient http = HttpClient.newHttpClient()) {
      for (String path : ASKED) {
        http.send(
            HttpRequest.newBuilder(URI.create(platform.address() + path)).build(),
            HttpResponse.BodyHandlers.discarding());
      }
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
