package org.firebreak.platform.testing;

import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Waits for what happens in the background. */
public final class Waiting {

  private Waiting() {}

  /** Asks again and again until an answer is right; fails after {@code seconds}. */
  public static <T> T until(int seconds, Supplier<T> question, Predicate<T> right) {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    while (true) {
      T answer = question.get();
      if (right.test(answer)) {
        return answer;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("Not within " + seconds + " s; last: " + answer);
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** Waits for the end of the job that an answer holds; it must end well. */
  public static JsonNode job(ApiClient client, ApiResponse started) {
    if (started.status() != 202) {
      throw new AssertionError("No job was started: " + started);
    }
    String address = "/api/v1/jobs/" + started.json().path("id").asString();
    JsonNode ended =
        until(
            120,
            () -> client.get(address).json(),
            job -> !job.path("endedAt").isNull() && !job.path("endedAt").isMissingNode());
    if (!ended.path("state").asString().equals("done")) {
      throw new AssertionError("The job did not end well: " + ended);
    }
    return ended;
  }
}
