package org.firebreak.platform.alarms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.firebreak.base.LocalizedText;
import org.firebreak.base.error.FirebreakException;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.RegionScope;
import org.firebreak.platform.alarms.Rule.Evaluated;
import org.firebreak.platform.jobs.Job;
import org.firebreak.platform.jobs.JobControl;
import org.firebreak.platform.jobs.JobService;
import org.firebreak.platform.jobs.JobSpec;
import org.firebreak.platform.situation.SeriesChanged;
import org.firebreak.platform.web.LiveEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Evaluates rules as jobs: after every import that changed a series those that watch its source,
 * and whenever somebody asks. A rule is one transaction; evaluations of a rule follow each other.
 */
@Service
class Evaluations {

  private static final Logger log = LoggerFactory.getLogger(Evaluations.class);

  private final Rules rules;
  private final RuleTable table;
  private final SeriesEvaluation series;
  private final ScanEvaluation scan;
  private final JobService jobs;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher events;

  /** Sources whose evaluation is queued and has not begun. */
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();

  /** Starts jobs off the thread of the import, whose transaction is not quite over yet. */
  private final ExecutorService starter =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("alarms-", 1).factory());

  Evaluations(
      Rules rules,
      RuleTable table,
      SeriesEvaluation series,
      ScanEvaluation scan,
      JobService jobs,
      TransactionTemplate transactions,
      ApplicationEventPublisher events) {
    this.rules = rules;
    this.table = table;
    this.series = series;
    this.scan = scan;
    this.jobs = jobs;
    this.transactions = transactions;
    this.events = events;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void changed(SeriesChanged change) {
    if (!starter.isShutdown() && waiting.add(change.source())) {
      starter.execute(() -> queue(change.source()));
    }
  }

  private void queue(String source) {
    try {
      start(
          Caller.SYSTEM,
          control -> {
            waiting.remove(source);
            rules.addMissing();
            run(rules.listActive(source), null, control);
          });
    } catch (FirebreakException e) {
      waiting.remove(source);
      log.warn("alarms are not evaluated for {}: {}", source, e.getMessage());
    }
  }

  private Job start(Caller caller, org.firebreak.platform.jobs.JobWork work) {
    return jobs.start(
        new JobSpec(
            "alarms", "rules", null, new LocalizedText("Evaluating alarm rules", "正在评估预警规则")),
        caller,
        work);
  }

  /**
   * Evaluates the rules that are in force and reach into the regions of the caller.
   *
   * @param rule only this one, or null for all
   * @param asOf as known then, or null for now
   */
  Job request(@Nullable Long rule, @Nullable Instant asOf, Caller caller) {
    RegionScope scope = caller.regions(AlarmDesk.WRITE);
    Optional<Rule> only = rule == null ? Optional.empty() : Optional.of(rules.get(rule, scope));
    return start(
        caller,
        control -> {
          rules.addMissing();
          run(only.map(List::of).orElseGet(() -> rules.list(scope)), asOf, control);
        });
  }

  private void run(List<Rule> wanted, @Nullable Instant asOf, JobControl control) {
    int done = 0;
    int raised = 0;
    for (Rule rule : wanted) {
      control.checkCancelled();
      control.progress(done++, (long) wanted.size());
      raised += evaluate(rule.id(), asOf);
    }
    control.progress(done, (long) wanted.size());
    control.message(
        new LocalizedText(
            "%d rules evaluated, %d new alarms".formatted(done, raised),
            "已评估 %d 条规则，新增 %d 条预警".formatted(done, raised)));
    events.publishEvent(LiveEvent.data("alarms"));
  }

  /** Evaluates a rule as it stands now; the number of alarms raised. */
  private int evaluate(long id, @Nullable Instant asOf) {
    Integer raised =
        transactions.execute(status -> {
          table.lock(id);
          Rule rule = table.find(id).filter(Rule::active).orElse(null);
          if (rule == null) {
            return 0;
          }
          Evaluated done =
              rule.definition().isScan() ? scan.evaluate(rule, asOf) : series.evaluate(rule, asOf);
          if (asOf == null) {
            table.saveEvaluation(id, done);
          }
          return done.raised();
        });
    return raised == null ? 0 : raised;
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    starter.shutdown();
  }
}
