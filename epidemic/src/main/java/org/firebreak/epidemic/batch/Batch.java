package org.firebreak.epidemic.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.firebreak.epidemic.alarm.Assessment;
import org.firebreak.epidemic.alarm.Detector;
import org.firebreak.epidemic.forecast.Forecast;
import org.firebreak.epidemic.forecast.Panel;
import org.firebreak.epidemic.forecast.PanelForecaster;

/**
 * Runs a pure method over many series with a number of threads. The results stand in the order of
 * the series and are the same bits for any number of threads, since each series is worked on by one
 * thread and the methods have no state that depends on the order.
 *
 * <p>Threads live as long as a call. Memory: what the results hold; alarms keep the steps asked for
 * only, so 150,000 series take some 30 MB. Immutable; one object may serve several callers.
 *
 * @param threads at least 1
 */
public record Batch(int threads) {

  /** Series a thread takes at a time: few enough to share evenly, enough to seldom ask. */
  private static final int CHUNK = 16;

  public Batch {
    if (threads < 1) {
      throw new IllegalArgumentException("A batch needs at least 1 thread, was " + threads);
    }
  }

  /** One thread per core that the process may use. */
  public static Batch onAllCores() {
    return new Batch(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Assesses the last steps of every series.
   *
   * @param series one value per step, NaN where there is none
   * @param detector chooses the detector of a series; called from several threads
   * @param lastSteps how many steps to assess and keep; the whole series if it is shorter
   * @return one assessment per series, of its last steps only: index 0 is {@code max(0, length -
   *     lastSteps)} of the series
   */
  public List<Assessment> alarms(
      List<double[]> series, Function<double[], Detector> detector, int lastSteps) {
    if (lastSteps < 1) {
      throw new IllegalArgumentException("At least 1 step is assessed, was " + lastSteps);
    }
    return map(
        series.size(),
        i -> {
          double[] values = series.get(i);
          int from = Math.max(0, values.length - lastSteps);
          return detector.apply(values).assess(values, from).last(values.length - from);
        });
  }

  /**
   * Forecasts every series of a panel from its end.
   *
   * @param method a method that may be used by several threads, as those of {@link
   *     org.firebreak.epidemic.forecast.ForecastMethod} may
   * @param horizon steps ahead, at least 1
   */
  public List<Forecast> forecasts(Panel panel, PanelForecaster method, int horizon) {
    int count = panel.series().size();
    long[] ends = panel.series().stream().mapToLong(Panel.Line::end).distinct().toArray();
    for (long end : ends) {
      map(
          count,
          i -> {
            method.prepare(i, end, horizon);
            return i;
          });
    }
    return map(count, i -> method.forecast(i, panel.series().get(i).end(), horizon));
  }

  /**
   * The results of a task for 0, 1, ..., {@code count - 1}, in that order.
   *
   * @param task pure; called from several threads
   * @throws RuntimeException the first a task has thrown, in the order of the series
   */
  public <T> List<T> map(int count, IntFunction<T> task) {
    List<Callable<List<T>>> chunks = new ArrayList<>();
    for (int start = 0; start < count; start += CHUNK) {
      int from = start;
      int to = Math.min(start + CHUNK, count);
      chunks.add(() -> IntStream.range(from, to).mapToObj(task).toList());
    }
    List<T> results = new ArrayList<>(count);
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      for (Future<List<T>> chunk : workers.invokeAll(chunks)) {
        results.addAll(chunk.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while working on a batch", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("A batch ended early", e);
    }
    return List.copyOf(results);
  }
}
