package org.firebreak.platform.alarms;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.base.LocalizedText;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.RegionScope;
import org.firebreak.platform.audit.AuditService;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.situation.SeriesOffers;
import org.firebreak.platform.situation.SeriesOffers.Offer;
import org.firebreak.platform.situation.Situation;
import org.firebreak.platform.web.LiveEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rules: data with versions, made for loaded series by themselves and changed by people who may
 * act on alarms in the whole region of the rule. Thread-safe.
 */
@Service
class Rules {

  /** Indicators whose rise calls for somebody; rules for others are made, but sleep. */
  private static final Set<String> WATCHED =
      Set.of(
          "confirmed",
          "suspected",
          "clinical",
          "asymptomatic",
          "deaths",
          "severe",
          "hospitalised",
          "icu",
          "imported",
          "local",
          "calls");

  private static final int WATCH_STEPS = 7;
  private static final int QUIET_DAYS = 7;
  private static final int SCAN_STEPS = 14;
  private static final int YEARS = 3;

  /** Fewest places for a scan to be worth its while. */
  private static final int SCAN_PLACES = 5;

  private final RuleTable table;
  private final Regions regions;
  private final Situation situation;
  private final SeriesOffers offers;
  private final AuditService audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Rules(
      RuleTable table,
      Regions regions,
      Situation situation,
      SeriesOffers offers,
      AuditService audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.table = table;
    this.regions = regions;
    this.situation = situation;
    this.offers = offers;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Rules whose region the caller may see, or that watch what the caller may see. */
  List<Rule> list(RegionScope scope) {
    return table.list().stream().filter(rule -> touches(rule, scope)).toList();
  }

  private boolean touches(Rule rule, RegionScope scope) {
    Optional<Region> watched = regions.findRegion(rule.definition().region());
    List<Region> own = regions.listScope(scope);
    return watched.isEmpty()
        ? scope.everywhere()
        : scope.includes(watched.get().path())
            || (own != null && own.stream().anyMatch(region -> region.isWithin(watched.get())));
  }

  /**
   * The rule of an id.
   *
   * @throws UserException {@code alarm-rule-not-found}
   */
  Rule get(long id, RegionScope scope) {
    return table
        .find(id)
        .filter(rule -> touches(rule, scope))
        .orElseThrow(
            () -> new UserException("alarm-rule-not-found", "There is no alarm rule " + id));
  }

  List<Rule> versions(long id, RegionScope scope) {
    return table.listVersions(get(id, scope).id());
  }

  /**
   * A rule as somebody wants it.
   *
   * @param version the version it replaces; null for a new rule
   */
  @Schema(name = "AlarmRuleRequest")
  record RuleRequest(
      RuleDefinition definition,
      boolean active,
      @Nullable Integer version,
      @Nullable String reason) {}

  @Transactional
  Rule add(RuleRequest request, Caller caller) {
    return save(table.nextId(), 1, request, caller);
  }

  /**
   * Replaces a rule by a new version.
   *
   * @throws UserException {@code alarm-rule-conflict} if it was changed meanwhile
   */
  @Transactional
  Rule change(long id, RuleRequest request, Caller caller) {
    Rule now = get(id, caller.regions(AlarmDesk.READ));
    requireReach(now.definition(), caller);
    Integer version = request.version();
    if (version == null || version != now.version()) {
      throw changedMeanwhile(id);
    }
    return save(id, version + 1, request, caller);
  }

  private Rule save(long id, int version, RuleRequest request, Caller caller) {
    requireReach(request.definition(), caller);
    Rule rule =
        new Rule(
            id,
            version,
            request.active(),
            request.definition(),
            AlarmDesk.requireReason(request.reason()),
            caller.username(),
            clock.instant(),
            null);
    if (!table.add(rule)) {
      throw changedMeanwhile(id);
    }
    audit.record(
        caller.username(),
        version == 1 ? "alarm-rule-added" : "alarm-rule-changed",
        "alarm-rule/" + id,
        Map.of(
            "version",
            Integer.toString(version),
            "to",
            rule.definition().toString(),
            "active",
            Boolean.toString(rule.active()),
            "reason",
            rule.reason()));
    events.publishEvent(LiveEvent.data("alarms"));
    return get(id, caller.regions(AlarmDesk.READ));
  }

  /** A rule reaches as far as its region; so must the permission of who changes it. */
  private void requireReach(RuleDefinition definition, Caller caller) {
    regions.getRegion(definition.region(), caller.regions(AlarmDesk.WRITE));
  }

  private static UserException changedMeanwhile(long id) {
    return new UserException(
        "alarm-rule-conflict", "Rule " + id + " was changed meanwhile; look at it again");
  }

  /** Rules that are in force for a source, or for all. */
  List<Rule> listActive(@Nullable String source) {
    return table.list().stream()
        .filter(Rule::active)
        .filter(rule ->
            source == null
                || rule.definition().source() == null
                || source.equals(rule.definition().source()))
        .toList();
  }

  /** Makes rules for series that no rule speaks of yet. */
  @Transactional
  public void addMissing() {
    table.lock(0);
    Set<String> covered =
        table.list().stream()
            .map(rule -> key(rule.definition().indicator(), rule.definition().source()))
            .collect(Collectors.toSet());
    for (Offer offer : offers.list()) {
      if (!covered.contains(key(offer.indicator(), offer.source()))) {
        addDefaults(offer);
      }
    }
  }

  private static String key(String indicator, @Nullable String source) {
    return indicator + "\n" + (source == null ? "" : source);
  }

  private void addDefaults(Offer offer) {
    LocalizedText indicator = situation.indicatorTitle(offer.indicator());
    boolean watched = WATCHED.contains(offer.indicator());
    add(
        new RuleDefinition(
            new LocalizedText(
                indicator.en() + " above expectation (" + offer.source() + ")",
                indicator.zh() + "超过预期（" + offer.source() + "）"),
            offer.indicator(),
            offer.source(),
            Region.WORLD,
            null,
            "auto",
            "auto",
            null,
            YEARS,
            WATCH_STEPS,
            QUIET_DAYS),
        watched);
    if (!offer.indicator().equals("confirmed")) {
      return;
    }
    for (Map.Entry<String, Integer> nation : offer.partsByNation().entrySet()) {
      if (nation.getValue() >= SCAN_PLACES) {
        add(
            new RuleDefinition(
                new LocalizedText(
                    "Clusters of "
                        + indicator.en().toLowerCase(java.util.Locale.ROOT)
                        + " ("
                        + offer.source()
                        + ")",
                    indicator.zh() + "时空聚集（" + offer.source() + "）"),
                offer.indicator(),
                offer.source(),
                nation.getKey(),
                null,
                RuleDefinition.SCAN,
                "auto",
                null,
                YEARS,
                SCAN_STEPS,
                QUIET_DAYS),
            true);
      }
    }
  }

  private void add(RuleDefinition definition, boolean active) {
    Rule rule =
        new Rule(
            table.nextId(),
            1,
            active,
            definition,
            "made for newly loaded series",
            Caller.SYSTEM.username(),
            clock.instant(),
            null);
    table.add(rule);
    audit.record(
        Caller.SYSTEM.username(),
        "alarm-rule-added",
        "alarm-rule/" + rule.id(),
        Map.of("to", definition.toString()));
  }
}
