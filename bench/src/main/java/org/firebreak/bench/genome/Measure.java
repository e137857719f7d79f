package org.firebreak.bench.genome;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Own CPU time of work on this thread.
 *
 * @param result of the last pass
 * @param coldSeconds of the whole process in the first pass, compiler included
 * @param warmSeconds of this thread, median of the second half of the later passes
 */
record Measure<T>(T result, double coldSeconds, double warmSeconds) {

  /**
   * Measures.
   *
   * @param passes after the first
   */
  static <T> Measure<T> of(int passes, Supplier<T> work) {
    long before = processNanos();
    T result = work.get();
    double cold = (processNanos() - before) / 1e9;
    double[] seconds = new double[passes];
    for (int i = 0; i < passes; i++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      result = work.get();
      seconds[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
    }
    double[] settled = Arrays.copyOfRange(seconds, passes / 2, passes);
    Arrays.sort(settled);
    double warm = settled.length == 0 ? cold : settled[settled.length / 2];
    return new Measure<>(result, cold, warm);
  }

  static long processNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean bean
        ? bean.getProcessCpuTime()
        : 0;
  }
}
