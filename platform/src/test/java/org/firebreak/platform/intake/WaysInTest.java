package org.firebreak.platform.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.firebreak.base.error.ResourceException;
import org.firebreak.intake.standard.StandardLibrary;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.intake.PullTable.Pull;
import org.firebreak.platform.intake.PullTable.PullPlan;
import org.firebreak.platform.lifecycle.DataFolder;
import org.firebreak.platform.testing.ApiClient;
import org.firebreak.platform.testing.PlatformTest;
import org.firebreak.platform.testing.TestPlatform;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The other ways in: the watched folder, the pull, and an upload that the disk has no room for. */
@PlatformTest
class WaysInTest {

  private static final String COUNTS =
      "date,country,indicator,kind,value\n2020-05-01,Malta,confirmed,cumulative,5\n";

  private final TestPlatform platform;
  private final ApiClient steward;

  WaysInTest(TestPlatform platform) {
    this.platform = platform;
    this.steward = platform.signIn("data-steward");
  }

  private JsonNode lastImport(String source) {
    JsonNode items = steward.get("/api/v1/imports?source=" + source).json().path("items");
    assertEquals(1, items.size(), source);
    long id = items.get(0).path("id").asLong();
    platform.bean(Imports.class).await(id, 60);
    return steward.get("/api/v1/imports/" + id).json();
  }

  @Test
  void aFileInTheWatchedFolderIsTakenOnce() throws IOException {
    Path source = platform.bean(DataFolder.class).watch().resolve("daily-count").resolve("watched");
    Files.createDirectories(source);
    Path file = Files.writeString(source.resolve("counts.csv"), COUNTS);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
    WatchFolder watch = platform.bean(WatchFolder.class);
    watch.look();
    watch.look();
    assertFalse(Files.exists(file));
    assertTrue(Files.exists(source.resolve("taken").resolve("counts.csv")));
    assertEquals(1, lastImport("watched").path("accepted").asLong());
  }

  @Test
  void aPullFetchesOnlyWhatHasChanged() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    int[] answered = new int[2];
    server.createContext(
        "/counts.csv",
        exchange -> {
          boolean known = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          answered[known ? 1 : 0]++;
          exchange.getResponseHeaders().set("ETag", "\"v1\"");
          byte[] body = COUNTS.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(known ? 304 : 200, known ? -1 : body.length);
          if (!known) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
    try {
      Pulls pulls =
          new Pulls(
              platform.bean(PullTable.class),
              platform.bean(Imports.class),
              platform.bean(StandardLibrary.class),
              new PullAddresses(true),
              Clock.systemUTC());
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/counts.csv";
      PullPlan plan = new PullPlan(url, "daily-count", "pulled", 60, true);
      Pull first = pulls.run(pulls.add(plan, Caller.SYSTEM).id());
      Pull second = pulls.run(first.id());
      assertEquals(List.of(1, 1), List.of(answered[0], answered[1]));
      assertEquals("\"v1\"", second.etag());
      assertEquals(first.lastImport(), second.lastImport());
      assertEquals(1, lastImport("pulled").path("accepted").asLong());
      Pull broken =
          pulls.run(
              pulls
                  .add(
                      new PullPlan(
                          url.replace("/counts.csv", "/gone.csv"), "daily-count", "gone", 60, true),
                      Caller.SYSTEM)
                  .id());
      assertTrue(String.valueOf(broken.lastError()).contains("404"), broken.toString());
    } finally {
      server.stop(0);
    }
  }

  @Test
  void anInternalAddressIsNoPull() {
    String plan =
        "{\"url\":\"http://127.0.0.1:5432/\",\"standard\":\"case\",\"source\":\"x\",\"everyMinutes\":5,\"enabled\":true}";
    assertEquals("pull-address-internal", steward.post("/api/v1/pulls", plan).code());
  }

  @Test
  void anUploadThatBreaksOffLeavesNothingBehind() throws IOException {
    UploadStore store = platform.bean(UploadStore.class);
    Path folder = platform.bean(DataFolder.class).uploads();
    List<Path> before = list(folder);
    InputStream full =
        new FilterInputStream(new ByteArrayInputStream(new byte[100_000])) {
          @Override
          public int read(byte[] buffer, int from, int length) throws IOException {
            int count = super.read(buffer, from, length);
            if (count < 0) {
              throw new IOException("No space left on device");
            }
            return count;
          }
        };
    ResourceException failure = assertThrows(ResourceException.class, () -> store.store(full));
    assertEquals("disk-full", failure.code());
    assertEquals(before, list(folder));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
