package org.firebreak.platform.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.access.RegionScope;
import org.firebreak.platform.cases.CaseFilter.Conditions;
import org.firebreak.platform.people.PersonToken;
import org.firebreak.platform.records.RecordVersion;
import org.firebreak.platform.records.Records;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.web.Page;
import org.firebreak.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The line list and single cases, each only where the caller may look. Thread-safe. */
@Service
class Cases {

  private final CaseLines lines;
  private final Records records;
  private final Regions regions;
  private final ObjectMapper json;

  Cases(CaseLines lines, Records records, Regions regions, ObjectMapper json) {
    this.lines = lines;
    this.records = records;
    this.regions = regions;
    this.json = json;
  }

  /** A page of the line list; the total of the first is at most {@link CaseLines#COUNT_MAX} + 1. */
  Page<CaseSummary> list(
      CaseFilter filter,
      @Nullable String region,
      CaseOrder order,
      RegionScope scope,
      PageRequest page) {
    Conditions where = conditions(filter, region, scope);
    if (order.column() == CaseOrder.Column.REGION && region != null) {
      where.addPlaces(regions.getRegion(region, scopeOrAbove(region, scope)));
    }
    List<String> after = page.isFirst() ? List.of() : page.keys(2);
    List<CaseLine> rows = lines.list(where, order, after, page.limit() + 1);
    Long total = page.isFirst() ? lines.count(where) : null;
    Page<CaseLine> cut =
        Page.of(
            rows, page, line -> List.of(order.keyOf(line), Long.toString(line.record())), total);
    return new Page<>(summaries(cut.items()), cut.nextCursor(), cut.total());
  }

  private Conditions conditions(CaseFilter filter, @Nullable String region, RegionScope scope) {
    Region within = region == null ? null : regions.getRegion(region, scopeOrAbove(region, scope));
    return filter.conditions(within, regions.listScope(scope));
  }

  /** A caller may name a region above their own: the scope itself limits what is found there. */
  private RegionScope scopeOrAbove(String region, RegionScope scope) {
    List<Region> own = regions.listScope(scope);
    boolean above = own != null && own.stream().anyMatch(one -> one.ancestry().contains(region));
    return above ? RegionScope.ALL : scope;
  }

  /** Lines with what else is known of each case, in the order of the lines. */
  private List<CaseSummary> summaries(List<CaseLine> rows) {
    Map<Long, RecordVersion> versions =
        records.findVersions(rows.stream().map(CaseLine::record).toList()).stream()
            .collect(Collectors.toMap(RecordVersion::id, Function.identity()));
    return rows.stream()
        .map(line -> CaseSummary.of(line, fields(versions.get(line.record())), regions.tree()))
        .toList();
  }

  private JsonNode fields(@Nullable RecordVersion version) {
    return json.readTree(version == null ? "{}" : version.data());
  }

  /**
   * One case with its history.
   *
   * @throws UserException if there is none that the caller may see
   */
  CaseDetail get(long id, RegionScope scope) {
    CaseLine line = getLine(id, scope);
    List<RecordVersion> versions = records.listVersions(id);
    return CaseDetail.of(line, versions, json, regions.tree());
  }

  /** The line of a case that the caller may see; older versions lead to the one that counts. */
  CaseLine getLine(long id, RegionScope scope) {
    long current =
        records.listVersions(id).stream()
            .filter(version -> version.supersededAt() == null)
            .map(RecordVersion::id)
            .findFirst()
            .orElse(id);
    return lines
        .find(current, conditions(CaseFilter.NONE, null, scope))
        .orElseThrow(() -> new UserException("case-not-found", "There is no case " + id));
  }

  /** Token of the person a case is about; empty if nothing personal is kept. */
  Optional<PersonToken> findPerson(long id, RegionScope scope) {
    long record = getLine(id, scope).record();
    return records.findVersion(record).map(RecordVersion::person).map(PersonToken::new);
  }

  /** Path of the region a case belongs to; that of the world if it names none. */
  String getPath(long id, RegionScope scope) {
    String region = getLine(id, scope).region();
    return regions.getRegion(region == null ? Region.WORLD : region).path();
  }

  /** Names of the fields that any of the newest cases fill, for the choice of columns. */
  List<String> listColumns(RegionScope scope) {
    TreeSet<String> names = new TreeSet<>();
    List<CaseLine> sample =
        lines.list(
            conditions(CaseFilter.NONE, null, scope), CaseOrder.NEWEST_FIRST, List.of(), 500);
    records
        .findVersions(sample.stream().map(CaseLine::record).toList())
        .forEach(version -> names.addAll(fields(version).propertyNames()));
    return List.copyOf(names);
  }

  /** Cases a day and classification of a region and what lies below it. */
  List<CaseLines.DailyCount> countDaily(String by, @Nullable String region, RegionScope scope) {
    List<Region> within = regions.listScope(scope);
    if (region != null) {
      Region asked = regions.getRegion(region, scope);
      within = asked.parent() == null && scope.everywhere() ? null : List.of(asked);
    }
    return lines.countDaily(by, within == null ? null : codesBelow(within));
  }

  private List<String> codesBelow(List<Region> tops) {
    List<String> codes = new ArrayList<>();
    regions.tree().all().stream()
        .filter(region -> tops.stream().anyMatch(region::isWithin))
        .sorted(Comparator.comparing(Region::code))
        .forEach(region -> codes.add(region.code()));
    return codes;
  }
}
