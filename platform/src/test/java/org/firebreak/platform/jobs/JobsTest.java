package org.firebreak.platform.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.firebreak.base.LocalizedText;
import org.firebreak.base.error.DataException;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.testing.ApiClient;
import org.firebreak.platform.testing.PlatformTest;
import org.firebreak.platform.testing.TestPlatform;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@PlatformTest
class JobsTest {

  private static final JobSpec SPEC =
      new JobSpec("test", "rows", 10L, new LocalizedText("Testing", "测试"));

  private final TestPlatform platform;
  private final JobService jobs;

  JobsTest(TestPlatform platform) {
    this.platform = platform;
    this.jobs = platform.bean(JobService.class);
  }

  @Test
  void runsAndRemembers() throws InterruptedException {
    Job job = jobs.start(SPEC, Caller.SYSTEM, control -> control.progress(10, 10L));
    Job ended = jobs.await(job.id(), change -> {});
    assertEquals(Job.State.DONE, ended.state());
    assertEquals(10, ended.done());
    JsonNode told = platform.signIn("data-steward").get("/api/v1/jobs/" + job.id()).json();
    assertEquals("done", told.path("state").asString());
    assertEquals("测试", told.at("/message/zh").asString());
  }

  @Test
  void cancelsOverHttp() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    Job job =
        jobs.start(
            SPEC,
            Caller.SYSTEM,
            control -> {
              running.countDown();
              while (true) {
                control.checkCancelled();
                Thread.onSpinWait();
              }
            });
    running.await();
    ApiClient steward = platform.signIn("data-steward");
    assertEquals(200, steward.post("/api/v1/jobs/" + job.id() + "/cancel", Map.of()).status());
    assertEquals(Job.State.CANCELLED, jobs.await(job.id(), change -> {}).state());
  }

  @Test
  void tellsDataErrorsAndHidesInnerOnes() throws InterruptedException {
    Job bad =
        jobs.start(
            SPEC,
            Caller.SYSTEM,
            control -> {
              throw new DataException("no-header", "line 1: no header");
            });
    assertEquals("line 1: no header", jobs.await(bad.id(), change -> {}).message().en());
    Job broken =
        jobs.start(
            SPEC,
            Caller.SYSTEM,
            control -> {
              throw new IllegalStateException("inner detail");
            });
    Job ended = jobs.await(broken.id(), change -> {});
    assertEquals(Job.State.FAILED, ended.state());
    assertTrue(!ended.message().en().contains("inner detail"), ended.message().en());
  }

  @Test
  void marksWhatAnEarlierRunLeftUnfinished() {
    platform
        .sql()
        .sql(
            "INSERT INTO jobs.job (id, kind, state, unit, message_en, message_zh, started_by,"
                + " queued_at) VALUES ('00000000-0000-0000-0000-00000000abcd', 'test', 'running',"
                + " 'rows', 'a', 'b', 'test', now())")
        .update();
    platform.bean(JobTable.class).interruptUnfinished(java.time.Instant.now());
    assertEquals(
        Job.State.INTERRUPTED,
        jobs.get(java.util.UUID.fromString("00000000-0000-0000-0000-00000000abcd")).state());
  }

  @Test
  void browsersHearOfJobs() throws IOException, InterruptedException {
    ApiClient steward = platform.signIn("data-steward");
    HttpRequest request =
        HttpRequest.newBuilder(java.net.URI.create(platform.address() + "/api/v1/events"))
            .header(
                "Cookie", "firebreak_session=" + steward.cookie("firebreak_session").orElseThrow())
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> stream =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
        assertEquals(":beat", lines.readLine());
        Job job = jobs.start(SPEC, Caller.SYSTEM, control -> {});
        String line = "";
        while (!line.contains(job.id().toString())) {
          line = String.valueOf(lines.readLine());
          assertTrue(!"null".equals(line), "the stream ended early");
        }
        assertTrue(line.startsWith("data:{"), line);
      }
    }
  }
}
