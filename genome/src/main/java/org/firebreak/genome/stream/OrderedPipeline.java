package org.firebreak.genome.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.firebreak.base.error.InternalException;

/**
 * Reads records in the calling thread, maps them in worker threads, and hands the results over in
 * the calling thread, in the order of the records, whatever the number of threads. At most {@code 4
 * * threads} batches are under way, so memory does not grow with the stream.
 */
public final class OrderedPipeline {

  private static final int BATCHES_PER_THREAD = 4;

  private OrderedPipeline() {}

  /**
   * Runs until the source is empty.
   *
   * @param threads worker threads; 1 maps in the calling thread
   * @param batch records handed to a worker at once
   * @param source the next record, empty at the end
   * @param newMapper makes the mapping of one worker, which need not be safe for several threads
   * @param sink takes the results
   */
  public static <I, O> void run(
      int threads,
      int batch,
      Supplier<Optional<I>> source,
      Supplier<Function<I, O>> newMapper,
      Consumer<O> sink) {
    if (threads == 1) {
      Function<I, O> mapper = newMapper.get();
      for (Optional<I> next = source.get(); next.isPresent(); next = source.get()) {
        sink.accept(mapper.apply(next.get()));
      }
      return;
    }
    ThreadLocal<Function<I, O>> mappers = ThreadLocal.withInitial(newMapper);
    try (ExecutorService workers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("genome-", 0).factory())) {
      Deque<Future<List<O>>> underWay = new ArrayDeque<>();
      for (List<I> records = take(source, batch); !records.isEmpty(); ) {
        List<I> work = records;
        underWay.add(workers.submit(() -> work.stream().map(mappers.get()).toList()));
        if (underWay.size() >= BATCHES_PER_THREAD * threads) {
          get(underWay.remove()).forEach(sink);
        }
        records = take(source, batch);
      }
      while (!underWay.isEmpty()) {
        get(underWay.remove()).forEach(sink);
      }
    }
  }

  private static <I> List<I> take(Supplier<Optional<I>> source, int batch) {
    List<I> records = new ArrayList<>(batch);
    while (records.size() < batch) {
      Optional<I> next = source.get();
      if (next.isEmpty()) {
        break;
      }
      records.add(next.get());
    }
    return records;
  }

  private static <O> List<O> get(Future<List<O>> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InternalException("interrupted", "Interrupted while waiting for a worker", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new InternalException("worker-failed", "A worker failed: " + e.getCause(), e);
    }
  }
}
