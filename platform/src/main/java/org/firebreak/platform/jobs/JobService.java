package org.firebreak.platform.jobs;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.firebreak.base.LocalizedText;
import org.firebreak.base.error.FirebreakException;
import org.firebreak.base.error.InternalException;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.PlatformConfig;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.web.PageRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * Runs long work, a few jobs at a time, the others waiting in order, and remembers how each went.
 * Every change is told as an application event (the {@link Job}) and so reaches the browsers. What
 * the end of the platform cuts off is marked as interrupted at the next start. Thread-safe.
 */
@Service
public class JobService {

  static final int MAX_WAITING = 200;

  private static final Logger log = LoggerFactory.getLogger(JobService.class);
  private static final int SHUTDOWN_SECONDS = 15;

  private final JobTable table;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final ExecutorService workers;
  private final Map<UUID, RunningJob> unfinished = new ConcurrentHashMap<>();

  JobService(JobTable table, Clock clock, ApplicationEventPublisher events, PlatformConfig config) {
    this.table = table;
    this.clock = clock;
    this.events = events;
    this.workers =
        Executors.newFixedThreadPool(
            config.parallelJobs(), Thread.ofPlatform().name("job-", 1).factory());
    int cut = table.interruptUnfinished(clock.instant());
    if (cut > 0) {
      log.warn("jobs that the last run did not finish: {}", cut);
    }
  }

  /**
   * Queues work and returns at once.
   *
   * @throws UserException {@code jobs-too-many} if too much is waiting already
   */
  public Job start(JobSpec spec, Caller by, JobWork work) {
    if (unfinished.size() >= MAX_WAITING) {
      throw new UserException("jobs-too-many", "Too many jobs are waiting; try again later.");
    }
    Job job =
        new Job(
            UUID.randomUUID(),
            spec.kind(),
            Job.State.QUEUED,
            0,
            spec.total(),
            spec.unit(),
            spec.message(),
            by.username(),
            clock.instant(),
            null,
            null);
    table.insert(job);
    RunningJob running = new RunningJob(job, clock, this::changed);
    unfinished.put(job.id(), running);
    events.publishEvent(job);
    workers.execute(() -> run(running, work));
    return job;
  }

  private void run(RunningJob running, JobWork work) {
    try {
      if (!running.begin()) {
        running.end(Job.State.CANCELLED, cancelledMessage());
        return;
      }
      work.run(running);
      running.end(Job.State.DONE, running.job().message());
    } catch (JobCancelledException e) {
      running.end(Job.State.CANCELLED, cancelledMessage());
    } catch (Exception e) {
      fail(running, e);
    } finally {
      unfinished.remove(running.id());
      // An interrupt that came too late must not meet the next job.
      boolean late = Thread.interrupted();
      if (late) {
        log.debug("late cancellation of job {}", running.id());
      }
    }
  }

  private static void fail(RunningJob running, Exception error) {
    if (running.isCancelled()) {
      running.end(Job.State.CANCELLED, cancelledMessage());
    } else if (error instanceof FirebreakException known && !(known instanceof InternalException)) {
      String message = String.valueOf(known.getMessage());
      running.end(Job.State.FAILED, new LocalizedText(message, message));
    } else {
      log.error("job {} ({}) failed", running.id(), running.job().kind(), error);
      running.end(
          Job.State.FAILED,
          new LocalizedText(
              "The platform failed at this; its log has the reason.", "平台内部错误，原因见日志。"));
    }
  }

  private static LocalizedText cancelledMessage() {
    return new LocalizedText("Cancelled.", "已取消。");
  }

  private void changed(Job job) {
    try {
      table.update(job);
    } catch (DataAccessException e) {
      // The work itself meets the missing database and decides; its report alone must not end it.
      log.warn("job {} cannot be written: {}", job.id(), e.getMessage());
    }
    events.publishEvent(job);
  }

  /** A job as it stands now, whether it runs or ended long ago. */
  public Optional<Job> find(UUID id) {
    RunningJob running = unfinished.get(id);
    return running == null ? table.find(id) : Optional.of(running.job());
  }

  /**
   * A job as it stands now.
   *
   * @throws UserException {@code job-not-found}
   */
  public Job get(UUID id) {
    return find(id).orElseThrow(() -> new UserException("job-not-found", "There is no job " + id));
  }

  /** Newest first; one more than the page holds. */
  List<Job> list(PageRequest page) {
    return table.list(page);
  }

  /** Asks a job to end; it ends when its work next looks. An ended job stays as it is. */
  public Job cancel(UUID id) {
    Optional.ofNullable(unfinished.get(id)).ifPresent(RunningJob::cancel);
    return get(id);
  }

  /** Waits for a job's end; for commands and tests. */
  public Job await(UUID id, Consumer<Job> onChange) throws InterruptedException {
    Job job = get(id);
    while (!job.state().isEnd()) {
      onChange.accept(job);
      TimeUnit.MILLISECONDS.sleep(50);
      job = get(id);
    }
    return job;
  }

  @PreDestroy
  void stop() throws InterruptedException {
    workers.shutdown();
    unfinished.values().forEach(RunningJob::cancel);
    if (!workers.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
      log.warn("jobs that did not end in time: {}", unfinished.size());
    }
  }
}
