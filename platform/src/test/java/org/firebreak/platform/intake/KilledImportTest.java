package org.firebreak.platform.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.firebreak.platform.testing.TestPlatform;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The platform as a process of its own, killed with -9 while it imports. What it acknowledged is
 * there after the next start, every row once.
 */
class KilledImportTest {

  private static final int ROWS = 30_000;
  private static final int START_SECONDS = 90;

  private final Path data = TestPlatform.temporaryFolder("killed");
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private @Nullable Process process;
  private String address = "";

  @AfterEach
  void stop() throws InterruptedException {
    Process running = Objects.requireNonNull(process);
    running.destroy();
    assertTrue(running.waitFor(30, TimeUnit.SECONDS), "the platform stops when asked to");
    TestPlatform.delete(data);
  }

  @Test
  void everyAcknowledgedRowIsThereOnceAfterAKill() throws Exception {
    start();
    long first = upload("killed-early");
    long second = upload("killed-late");
    kill();

    start();
    await(first);
    pauseUntilRunning(second);
    kill();

    start();
    await(second);
    for (String source : new String[] {"killed-early", "killed-late"}) {
      assertEquals(ROWS, get("/cases?limit=1&source=" + source).path("total").asLong(), source);
    }
    JsonNode again = await(upload("killed-late"));
    assertEquals(ROWS, again.path("unchanged").asLong(), again.toString());
  }

  private void start() throws IOException {
    Process started =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "org.firebreak.platform.Platform",
                "--data",
                data.toString(),
                "--port",
                "0")
            .redirectErrorStream(true)
            .start();
    process = started;
    BufferedReader said = started.inputReader(StandardCharsets.UTF_8);
    StringBuilder all = new StringBuilder();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      all.append(line).append('\n');
      if (line.contains("running at ")) {
        address = line.replaceAll(".*running at (\\S+).*", "$1");
        Thread.ofVirtual().start(() -> drain(said));
        return;
      }
      assertTrue(System.nanoTime() < deadline, all.toString());
    }
    throw new AssertionError("The platform ended: " + all);
  }

  /** Reads on, so that the process never waits for a reader; a kill closes the stream. */
  private static void drain(BufferedReader said) {
    try {
      while (said.readLine() != null) {}
    } catch (IOException e) {
      return;
    }
  }

  private void kill() throws InterruptedException {
    Process running = Objects.requireNonNull(process);
    running.destroyForcibly();
    assertTrue(running.waitFor(10, TimeUnit.SECONDS));
  }

  private long upload(String source) throws Exception {
    StringBuilder csv =
        new StringBuilder("case_id,name,sex,age,date_onset,date_report,classification\n");
    for (int row = 0; row < ROWS; row++) {
      csv.append(
          "%s-%d,Person %d,f,%d,2020-02-01,2020-02-0%d,confirmed%n"
              .formatted(source, row, row, row % 90, 2 + row % 7));
    }
    String boundary = "killed-boundary";
    StringBuilder body = new StringBuilder();
    for (String[] field : new String[][] {{"standard", "case"}, {"source", source}}) {
      body.append(
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
              .formatted(boundary, field[0], field[1]));
    }
    body.append(
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cases.csv\"\r\n\r\n%s\r\n--%s--\r\n"
            .formatted(boundary, csv, boundary));
    HttpRequest request =
        request("/imports")
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    assertEquals(202, answer.statusCode(), answer.body());
    return json.readTree(answer.body()).path("id").asLong();
  }

  private HttpRequest.Builder request(String path) throws IOException {
    String key = Files.readString(data.resolve("secrets").resolve("local-key")).strip();
    return HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
        .header("Authorization", "Bearer " + key);
  }

  private JsonNode get(String path) throws Exception {
    var answer = http.send(request(path).GET().build(), BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    return json.readTree(answer.body());
  }

  private JsonNode await(long id) throws Exception {
    while (true) {
      JsonNode now = get("/imports/" + id);
      String state = now.path("state").asString();
      if (!state.equals("queued") && !state.equals("running")) {
        assertEquals("done", state, now.toString());
        return now;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private void pauseUntilRunning(long id) throws Exception {
    while (get("/imports/" + id).path("state").asString().equals("queued")) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    TimeUnit.MILLISECONDS.sleep(200);
  }
}
