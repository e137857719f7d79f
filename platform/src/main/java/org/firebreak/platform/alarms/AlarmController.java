package org.firebreak.platform.alarms;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.Colleagues.Colleague;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.web.Page;
import org.firebreak.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Alarms over HTTP: list, map, one alarm and its life. */
@RestController
@RequestMapping("/api/v1/alarms")
class AlarmController {

  private final AlarmDesk desk;
  private final AlarmChart charts;
  private final Regions regions;

  AlarmController(AlarmDesk desk, AlarmChart charts, Regions regions) {
    this.desk = desk;
    this.charts = charts;
    this.regions = regions;
  }

  @GetMapping
  @Permission(AlarmDesk.READ)
  @Operation(summary = "Alarms: open ones first, then the gravest, then the newest")
  Page<Alarm> list(
      @RequestParam(required = false) @Nullable Boolean open,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String region,
      @RequestParam(required = false) @Nullable String source,
      @RequestParam(required = false) @Nullable String subject,
      @RequestParam(required = false) @Nullable String severity,
      @RequestParam(required = false) @Nullable Long rule,
      @RequestParam(required = false) @Nullable String assignedTo,
      PageRequest page,
      Caller caller) {
    Region within =
        region == null ? null : regions.getRegion(region, caller.regions(AlarmDesk.READ));
    return desk.list(
        new AlarmFilter(
            open,
            Words.find(AlarmState.class, state),
            within,
            source,
            subject,
            Words.find(Severity.class, severity),
            rule,
            assignedTo),
        page,
        caller.regions(AlarmDesk.READ));
  }

  @GetMapping("/overview")
  @Permission(AlarmDesk.READ)
  @Operation(summary = "How many alarms are open in a region and in each part of it")
  AlarmDesk.Overview overview(
      @RequestParam(required = false) @Nullable String region,
      @RequestParam(required = false) @Nullable String subject,
      Caller caller) {
    Region within = regionOr(region, caller);
    return desk.overview(
        new AlarmFilter(true, null, within, null, subject, null, null, null),
        within,
        caller.regions(AlarmDesk.READ));
  }

  /** The region asked for, else the first the caller is limited to, else the world. */
  private Region regionOr(@Nullable String code, Caller caller) {
    List<Region> own = regions.listScope(caller.regions(AlarmDesk.READ));
    return code == null && own != null && !own.isEmpty()
        ? own.getFirst()
        : regions.getRegion(code == null ? Region.WORLD : code, caller.regions(AlarmDesk.READ));
  }

  @GetMapping("/{id}")
  @Permission(AlarmDesk.READ)
  @Operation(summary = "One alarm; its version is named with every step")
  Alarm get(@PathVariable long id, Caller caller) {
    return desk.get(id, caller.regions(AlarmDesk.READ));
  }

  @GetMapping("/{id}/steps")
  @Permission(AlarmDesk.READ)
  @Operation(summary = "The life of an alarm, oldest step first")
  List<AlarmStep> steps(@PathVariable long id, Caller caller) {
    return desk.history(desk.get(id, caller.regions(AlarmDesk.READ)).id());
  }

  @PostMapping("/{id}/steps")
  @Permission(AlarmDesk.WRITE)
  @Operation(summary = "Take a step: check, confirm, drop, reopen, assign or note, with the reason")
  Alarm act(@PathVariable long id, @RequestBody AlarmDesk.StepRequest request, Caller caller) {
    return desk.act(id, request, caller);
  }

  @GetMapping("/{id}/assignees")
  @Permission(AlarmDesk.WRITE)
  @Operation(summary = "Who can be given an alarm")
  List<Colleague> assignees(@PathVariable long id, Caller caller) {
    return desk.assignees(id, caller.regions(AlarmDesk.WRITE));
  }

  @GetMapping("/{id}/chart")
  @Permission(AlarmDesk.READ)
  @Operation(summary = "The series of an alarm as its rule judges it, now or as known then")
  AlarmChart.Chart chart(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable Instant asOf,
      Caller caller) {
    return charts.get(desk.get(id, caller.regions(AlarmDesk.READ)), asOf);
  }
}
