package org.firebreak.platform.records;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.access.RegionScope;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.web.Page;
import org.firebreak.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Facilities and contacts over HTTP, as they count now, in the caller's regions. */
@RestController
@RequestMapping("/api/v1")
class RecordListController {

  private final Records records;
  private final Regions regions;
  private final ObjectMapper json;

  RecordListController(Records records, Regions regions, ObjectMapper json) {
    this.records = records;
    this.regions = regions;
    this.json = json;
  }

  @GetMapping("/facilities")
  @Permission("facilities:read")
  @Operation(summary = "Hospitals, fever clinics and other facilities")
  Page<RecordView> facilities(
      @RequestParam(required = false) @Nullable String region, Caller caller, PageRequest page) {
    return list("facility", region, caller.regions("facilities:read"), page);
  }

  @GetMapping("/contacts")
  @Permission("contacts:read")
  @Operation(summary = "Contacts of cases, without personal fields")
  Page<RecordView> contacts(
      @RequestParam(required = false) @Nullable String region, Caller caller, PageRequest page) {
    return list("contact", region, caller.regions("contacts:read"), page);
  }

  private Page<RecordView> list(
      String standard, @Nullable String region, RegionScope scope, PageRequest page) {
    long after = page.isFirst() ? 0 : Long.parseLong(page.keys(1).getFirst());
    List<RecordView> rows =
        records.listCurrent(standard, null, codes(region, scope), after, page.limit() + 1).stream()
            .map(this::view)
            .toList();
    return Page.of(rows, page, row -> List.of(Long.toString(row.id())), null);
  }

  /** Codes of all regions at or below those asked for; null for no limit. */
  private @Nullable List<String> codes(@Nullable String region, RegionScope scope) {
    List<Region> tops =
        region == null ? regions.listScope(scope) : List.of(regions.getRegion(region, scope));
    return tops == null
        ? null
        : regions.tree().all().stream()
            .filter(one -> tops.stream().anyMatch(one::isWithin))
            .map(Region::code)
            .toList();
  }

  private RecordView view(RecordVersion version) {
    return new RecordView(
        version.id(),
        version.source(),
        version.externalId().replaceAll("\u001f+", " · "),
        version.region(),
        json.readTree(version.data()),
        version.flags());
  }

  /** A record without its personal fields. */
  record RecordView(
      long id,
      String source,
      String externalId,
      @Nullable String region,
      JsonNode fields,
      List<String> flags) {}
}
