package org.firebreak.platform.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.firebreak.base.LocalizedText;
import org.jspecify.annotations.Nullable;

/** A job of this process, from the queue to its end. Thread-safe. */
final class RunningJob implements JobControl {

  /** Progress is written and told at most this often. */
  private static final Duration TELL_INTERVAL = Duration.ofMillis(300);

  private final Clock clock;
  private final Consumer<Job> tell;
  private Job job;
  private Instant toldAt = Instant.EPOCH;
  private volatile boolean cancelled;
  private @Nullable Thread worker;

  RunningJob(Job job, Clock clock, Consumer<Job> tell) {
    this.job = job;
    this.clock = clock;
    this.tell = tell;
  }

  synchronized Job job() {
    return job;
  }

  @Override
  public synchronized UUID id() {
    return job.id();
  }

  @Override
  public synchronized void progress(long done, @Nullable Long total) {
    job =
        new Job(
            job.id(),
            job.kind(),
            job.state(),
            done,
            total,
            job.unit(),
            job.message(),
            job.startedBy(),
            job.queuedAt(),
            job.startedAt(),
            job.endedAt());
    Instant now = clock.instant();
    if (!now.isBefore(toldAt.plus(TELL_INTERVAL))) {
      toldAt = now;
      tell.accept(job);
    }
  }

  @Override
  public synchronized void message(LocalizedText message) {
    become(job.state(), message);
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  /** Starts the work in the current thread unless it was cancelled in the queue. */
  synchronized boolean begin() {
    if (cancelled) {
      return false;
    }
    worker = Thread.currentThread();
    become(Job.State.RUNNING, job.message());
    return true;
  }

  synchronized void end(Job.State state, LocalizedText message) {
    worker = null;
    become(state, message);
  }

  /** Asks the work to end; it also sees an interrupt if it sleeps or waits. */
  synchronized void cancel() {
    cancelled = true;
    if (worker != null) {
      worker.interrupt();
    }
  }

  private void become(Job.State state, LocalizedText message) {
    Instant now = clock.instant();
    job =
        new Job(
            job.id(),
            job.kind(),
            state,
            job.done(),
            job.total(),
            job.unit(),
            message,
            job.startedBy(),
            job.queuedAt(),
            state == Job.State.RUNNING && job.startedAt() == null ? now : job.startedAt(),
            state.isEnd() ? now : null);
    toldAt = now;
    tell.accept(job);
  }
}
