package org.firebreak.platform.alarms;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.audit.AuditService;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.web.LiveEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one door through which capabilities raise alarms. Raising the same key again never makes a
 * second alarm: it renews what the alarm rests on if that is newer. What people decided stays; a
 * signal that comes anew after that needs a new key. Thread-safe; joins the caller's transaction.
 */
@Service
public class Alarms {

  private final AlarmTable table;
  private final Regions regions;
  private final AuditService audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Alarms(
      AlarmTable table,
      Regions regions,
      AuditService audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.table = table;
    this.regions = regions;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What became of a signal.
   *
   * @param isNew whether it was raised by this call
   */
  public record Raised(long id, boolean isNew) {}

  /**
   * Raises an alarm, or renews the one that this source raised under the same key.
   *
   * @param reason why, one sentence for the history, in English
   * @throws UserException {@code region-not-found} if nothing is known of the region
   */
  @Transactional
  public Raised raise(Signal signal, String reason) {
    Instant now = clock.instant();
    Optional<Long> added = table.insert(signal, pathOf(signal.region()), now);
    if (added.isEmpty()) {
      return new Raised(renew(signal, reason, now), false);
    }
    long id = added.get();
    table.addStep(
        id,
        new AlarmStep(now, actor(), "raised", null, AlarmState.SIGNAL, reason, stepDetail(signal)));
    audit.record(
        actor(),
        "alarm-raised",
        "alarm/" + id,
        Map.of("source", signal.source(), "key", signal.key(), "reason", reason));
    events.publishEvent(LiveEvent.data("alarms"));
    return new Raised(id, true);
  }

  /** The platform itself raises; what asked for the evaluation stands in the job. */
  private static String actor() {
    return Caller.SYSTEM.username();
  }

  /** A place that no region is known for lies in the known region around it. */
  private String pathOf(String region) {
    Region known = regions.getRegion(regions.tree().knownPart(region));
    return known.path();
  }

  private long renew(Signal signal, String reason, Instant now) {
    Alarm known =
        table
            .findByKey(signal.source(), signal.key())
            .orElseThrow(() -> new IllegalStateException("No alarm " + signal.key()));
    boolean older = signal.evidence().vintage().isBefore(known.evidence().vintage());
    boolean goesOn = signal.to().isAfter(known.lastDate());
    boolean returned = !known.present();
    boolean same =
        known.evidence().saysSameAs(signal.evidence()) && known.severity() == signal.severity();
    if (older || (same && !goesOn && !returned)) {
      return known.id();
    }
    table.updateEvidence(known.id(), signal, true, now);
    if (goesOn || returned) {
      String action = returned ? "returned" : "continued";
      table.addStep(
          known.id(),
          new AlarmStep(
              now, actor(), action, known.state(), known.state(), reason, stepDetail(signal)));
      audit.record(actor(), "alarm-" + action, "alarm/" + known.id(), Map.of("reason", reason));
    }
    events.publishEvent(LiveEvent.data("alarms"));
    return known.id();
  }

  private static Map<String, Object> stepDetail(Signal signal) {
    Evidence evidence = signal.evidence();
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("date", signal.to().toString());
    detail.put("vintage", evidence.vintage().toString());
    putKnown(detail, "observed", evidence.observed());
    putKnown(detail, "expected", evidence.expected());
    putKnown(detail, "upper", evidence.upper());
    return detail;
  }

  private static void putKnown(Map<String, Object> detail, String name, @Nullable Double value) {
    if (value != null) {
      detail.put(name, value);
    }
  }

  /**
   * Notes that newer data no longer show a signal. The alarm stays where it is in its life: what to
   * make of that is for people to say. Nothing happens if the key was never raised, if it is noted
   * already, or if the data are older than those the alarm was judged by.
   *
   * @param reason why, one sentence for the history, in English
   */
  @Transactional
  public void withdraw(String source, String key, Instant vintage, String reason) {
    Alarm known = table.findByKey(source, key).orElse(null);
    if (known == null || !known.present() || vintage.isBefore(known.evidence().vintage())) {
      return;
    }
    Instant now = clock.instant();
    table.updatePresence(known.id(), false, vintage, now);
    table.addStep(
        known.id(),
        new AlarmStep(
            now,
            actor(),
            "gone",
            known.state(),
            known.state(),
            reason,
            Map.of("vintage", vintage.toString())));
    audit.record(actor(), "alarm-gone", "alarm/" + known.id(), Map.of("reason", reason));
    events.publishEvent(LiveEvent.data("alarms"));
  }
}
