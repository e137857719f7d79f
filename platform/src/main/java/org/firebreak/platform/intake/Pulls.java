package org.firebreak.platform.intake;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.firebreak.base.error.FirebreakException;
import org.firebreak.base.error.UserException;
import org.firebreak.intake.standard.StandardLibrary;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.intake.Imports.ImportRequest;
import org.firebreak.platform.intake.PullTable.Pull;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Files fetched from an address at intervals, only when they have changed (ETag, Last-Modified).
 * Thread-safe.
 */
@Service
class Pulls {

  private static final Logger log = LoggerFactory.getLogger(Pulls.class);
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final PullTable table;
  private final Imports imports;
  private final StandardLibrary standards;
  private final PullAddresses addresses;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(20))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  Pulls(
      PullTable table,
      Imports imports,
      StandardLibrary standards,
      PullAddresses addresses,
      Clock clock) {
    this.table = table;
    this.imports = imports;
    this.standards = standards;
    this.addresses = addresses;
    this.clock = clock;
  }

  List<Pull> list() {
    return table.list();
  }

  Pull add(PullTable.PullPlan plan, Caller caller) {
    check(plan);
    return get(table.add(plan, caller.username()));
  }

  Pull change(long id, PullTable.PullPlan plan) {
    check(plan);
    get(id);
    table.change(id, plan);
    return get(id);
  }

  private void check(PullTable.PullPlan plan) {
    standards.get(plan.standard());
    addresses.requireAllowed(URI.create(plan.url()));
  }

  void delete(long id) {
    table.delete(id);
  }

  private Pull get(long id) {
    return table
        .find(id)
        .orElseThrow(() -> new UserException("pull-not-found", "There is no pull " + id));
  }

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT30S")
  void runDue() {
    for (Pull pull : table.listDue(clock.instant())) {
      run(pull);
    }
  }

  /** Fetches now, whether it is due or not. */
  Pull run(long id) {
    run(get(id));
    return get(id);
  }

  private void run(Pull pull) {
    try {
      fetch(pull);
    } catch (FirebreakException | IOException | IllegalArgumentException e) {
      log.warn("pull {} failed: {}", pull.id(), e.getMessage());
      table.noteFailure(pull.id(), String.valueOf(e.getMessage()), clock.instant());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void fetch(Pull pull) throws IOException, InterruptedException {
    URI uri = URI.create(pull.url());
    addresses.requireAllowed(uri);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).GET();
    if (pull.etag() != null) {
      request.header("If-None-Match", pull.etag());
    }
    if (pull.lastModified() != null) {
      request.header("If-Modified-Since", pull.lastModified());
    }
    HttpResponse<InputStream> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      switch (response.statusCode()) {
        case 304 -> table.noteUnchanged(pull.id(), clock.instant());
        case 200 -> take(pull, uri, response, body);
        default ->
            throw new IOException(
                "%s answered %d; it must answer 200 or 304".formatted(uri, response.statusCode()));
      }
    }
  }

  private void take(Pull pull, URI uri, HttpResponse<InputStream> response, InputStream body) {
    Path last = Path.of(uri.getPath().isBlank() ? "/file" : uri.getPath()).getFileName();
    ImportRequest request =
        new ImportRequest(
            pull.standard(),
            pull.source(),
            last == null ? "file" : last.toString(),
            null,
            false,
            null,
            false);
    long id = imports.begin(request, body, Caller.SYSTEM).id();
    table.noteTaken(
        pull.id(),
        response.headers().firstValue("ETag").orElse(null),
        response.headers().firstValue("Last-Modified").orElse(null),
        id,
        clock.instant());
  }
}
