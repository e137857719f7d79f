package org.firebreak.platform.alarms;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.Colleagues;
import org.firebreak.platform.access.Colleagues.Colleague;
import org.firebreak.platform.access.RegionScope;
import org.firebreak.platform.alarms.AlarmFilter.Condition;
import org.firebreak.platform.audit.AuditService;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.web.LiveEvent;
import org.firebreak.platform.web.Page;
import org.firebreak.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people see of alarms and do to them. Callers see what lies in their regions. */
@Service
class AlarmDesk {

  static final String READ = "alarms:read";
  static final String WRITE = "alarms:write";

  /** Longest reason, in characters. */
  static final int REASON_LENGTH_MAX = 2000;

  private final AlarmTable table;
  private final Regions regions;
  private final Colleagues colleagues;
  private final AuditService audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AlarmDesk(
      AlarmTable table,
      Regions regions,
      Colleagues colleagues,
      AuditService audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.table = table;
    this.regions = regions;
    this.colleagues = colleagues;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  Page<Alarm> list(AlarmFilter filter, PageRequest page, RegionScope scope) {
    Condition condition = condition(filter, scope);
    return Page.of(
        table.list(condition, page),
        page,
        alarm ->
            List.of(
                Boolean.toString(alarm.state().isOpen()),
                Integer.toString(alarm.severity().rank()),
                alarm.lastDate().toString(),
                Long.toString(alarm.id())),
        page.isFirst() ? table.count(condition) : null);
  }

  private Condition condition(AlarmFilter filter, RegionScope scope) {
    return filter.condition(scope, regions.listScope(scope));
  }

  /**
   * Open alarms of the regions directly below one, and of the region itself.
   *
   * @param all open alarms in the region
   * @param own those of the region itself, not of a part of it
   */
  @Schema(name = "AlarmOverview")
  record Overview(
      String region, int all, int own, Map<Severity, Integer> bySeverity, List<Part> parts) {}

  /** Open alarms in a part of a region, and the gravest of them. */
  @Schema(name = "AlarmPart")
  record Part(String code, int open, Severity severity) {}

  Overview overview(AlarmFilter filter, Region region, RegionScope scope) {
    int depth = region.ancestry().size();
    int own = 0;
    int all = 0;
    Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
    Map<String, Part> parts = new LinkedHashMap<>();
    for (AlarmTable.RegionCount count : table.countByRegion(condition(filter, scope))) {
      all += count.number();
      bySeverity.merge(count.severity(), count.number(), Integer::sum);
      List<String> codes = Arrays.asList(count.path().split("/"));
      if (codes.size() <= depth) {
        own += count.number();
      } else {
        parts.merge(
            codes.get(depth),
            new Part(codes.get(depth), count.number(), count.severity()),
            AlarmDesk::merged);
      }
    }
    return new Overview(region.code(), all, own, bySeverity, List.copyOf(parts.values()));
  }

  private static Part merged(Part a, Part b) {
    Severity gravest = a.severity().compareTo(b.severity()) > 0 ? a.severity() : b.severity();
    return new Part(a.code(), a.open() + b.open(), gravest);
  }

  /**
   * The alarm of an id.
   *
   * @throws UserException {@code alarm-not-found} or {@code forbidden}
   */
  Alarm get(long id, RegionScope scope) {
    Alarm alarm =
        table
            .find(id)
            .orElseThrow(() -> new UserException("alarm-not-found", "There is no alarm " + id));
    if (!scope.includes(regionOf(alarm).path())) {
      throw new UserException(
          "forbidden", "Your role does not reach to " + alarm.regionName().en());
    }
    return alarm;
  }

  private Region regionOf(Alarm alarm) {
    return regions.getRegion(regions.tree().knownPart(alarm.region()));
  }

  List<AlarmStep> history(long id) {
    return table.listSteps(id);
  }

  /** Who can be given an alarm. */
  List<Colleague> assignees(long id, RegionScope scope) {
    return colleagues.list(WRITE, regionOf(get(id, scope)).path());
  }

  /**
   * What somebody does to an alarm.
   *
   * @param version the version of the alarm it was decided on
   * @param reason why; never empty, never an identifier of a person
   * @param assignee who shall see to it, with {@link AlarmAction#ASSIGN}; null = nobody
   */
  @Schema(name = "AlarmStepRequest")
  record StepRequest(
      AlarmAction action, int version, @Nullable String reason, @Nullable String assignee) {}

  /**
   * Takes a step in the life of an alarm.
   *
   * @throws UserException {@code alarm-step-conflict} if its state does not allow it, {@code
   *     alarm-version-conflict} if somebody else was faster, {@code alarm-reason-missing}
   */
  @Transactional
  Alarm act(long id, StepRequest request, Caller caller) {
    Alarm alarm = get(id, caller.regions(WRITE));
    String reason = requireReason(request.reason());
    if (alarm.version() != request.version()) {
      throw changedMeanwhile(alarm);
    }
    AlarmAction action = request.action();
    AlarmState to = action.lead(alarm.state());
    String assignee = alarm.assignedTo();
    if (action == AlarmAction.ASSIGN) {
      assignee = request.assignee();
      if (assignee != null) {
        colleagues.require(assignee, WRITE, regionOf(alarm).path());
      }
    }
    Instant now = clock.instant();
    if (!table.updateState(id, request.version(), to, assignee, now)) {
      throw changedMeanwhile(alarm);
    }
    Map<String, Object> detail =
        action == AlarmAction.ASSIGN
            ? Map.of("assignee", assignee == null ? "" : assignee)
            : Map.of();
    table.addStep(
        id,
        new AlarmStep(now, caller.username(), action.done(), alarm.state(), to, reason, detail));
    audit.record(
        caller.username(),
        "alarm-" + action.done(),
        "alarm/" + id,
        Map.of("from", alarm.state().word(), "to", to.word(), "reason", reason));
    events.publishEvent(LiveEvent.data("alarms"));
    return get(id, caller.regions(WRITE));
  }

  static String requireReason(@Nullable String text) {
    String reason = text == null ? "" : text.strip();
    if (reason.isEmpty() || reason.length() > REASON_LENGTH_MAX) {
      throw new UserException(
          "alarm-reason-missing", "Say why, in 1 to " + REASON_LENGTH_MAX + " characters");
    }
    return reason;
  }

  private static UserException changedMeanwhile(Alarm alarm) {
    return new UserException(
        "alarm-version-conflict",
        "Alarm " + alarm.id() + " was changed meanwhile; look again before you decide");
  }
}
