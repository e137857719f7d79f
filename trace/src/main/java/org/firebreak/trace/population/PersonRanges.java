package org.firebreak.trace.population;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.firebreak.base.error.ResourceException;

/** Shares persons out in ranges over threads; results come in the order of the ranges. */
final class PersonRanges {

  private static final int RANGES_A_THREAD = 8;

  private PersonRanges() {}

  /** Work on the persons {@code first} to before {@code end}. */
  interface Work<T> {
    T run(int first, int end);
  }

  static <T> void run(int persons, int threads, Work<T> work, Consumer<T> taker) {
    int ranges = Math.max(1, Math.min(persons, threads * RANGES_A_THREAD));
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < ranges; i++) {
        int first = (int) ((long) persons * i / ranges);
        int end = (int) ((long) persons * (i + 1) / ranges);
        running.add(pool.submit(() -> work.run(first, end)));
      }
      for (Future<T> future : running) {
        taker.accept(get(future));
      }
    }
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ResourceException("interrupted", "The scan was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
