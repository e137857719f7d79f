package org.firebreak.platform.regions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.firebreak.base.LocalizedText;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.regions.RegionTable.Outline;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Regions and their outlines over HTTP. */
@RestController
@RequestMapping("/api/v1/regions")
class RegionController {

  private static final int SEARCH_RESULTS_MAX = 200;

  private final Regions regions;
  private final ObjectMapper json;

  RegionController(Regions regions, ObjectMapper json) {
    this.regions = regions;
    this.json = json;
  }

  @GetMapping
  @Permission("situation:read")
  @Operation(summary = "Regions below a parent, or found by a text; at most 200 when searched")
  RegionList list(
      @RequestParam(required = false) @Nullable String parent,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String level) {
    RegionTree tree = regions.tree();
    Stream<Region> found = q == null ? Stream.empty() : tree.search(q);
    if (parent != null) {
      Region above = regions.getRegion(parent);
      found =
          q == null
              ? tree.children(parent).stream()
              : found.filter(region -> region.isWithin(above));
    }
    if (level != null) {
      found = found.filter(region -> region.level().word().equals(level));
    }
    return new RegionList(
        found
            .limit(q == null ? Integer.MAX_VALUE : SEARCH_RESULTS_MAX)
            .map(RegionView::of)
            .toList());
  }

  @GetMapping("/{code}")
  @Permission("situation:read")
  @Operation(summary = "One region with the regions above it")
  RegionDetail get(@PathVariable String code) {
    Region region = regions.getRegion(code);
    return new RegionDetail(
        RegionView.of(region),
        regions.tree().ancestors(region).stream().map(RegionView::of).toList());
  }

  @GetMapping("/geometry")
  @Permission("situation:read")
  @Operation(summary = "Outlines of the regions directly below one, as GeoJSON")
  @Nullable ResponseEntity<String> geometry(
      @RequestParam(defaultValue = Region.WORLD) String parent, WebRequest request) {
    if (request.checkNotModified("W/\"geometry-" + regions.revision() + "\"")) {
      return null;
    }
    StringBuilder collection = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    boolean first = true;
    for (Outline outline : regions.listOutlines(parent)) {
      collection.append(first ? "" : ",").append(feature(outline));
      first = false;
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .contentType(MediaType.parseMediaType("application/geo+json"))
        .body(collection.append("]}").toString());
  }

  private String feature(Outline outline) {
    Region region = regions.getRegion(outline.code());
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    properties.put("code", region.code()).put("level", region.level().word());
    properties.putObject("name").put("en", region.name().en()).put("zh", region.name().zh());
    return "{\"type\":\"Feature\",\"id\":%s,\"properties\":%s,\"geometry\":%s}"
        .formatted(
            json.writeValueAsString(region.code()), properties.toString(), outline.geometry());
  }

  @PostMapping(path = "/geometry", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Permission("regions:write")
  @Operation(summary = "Loads outlines from a GeoJSON or TopoJSON file")
  Regions.LoadedGeometry loadGeometry(
      @RequestParam MultipartFile file,
      @RequestParam(required = false) @Nullable String codeProperty)
      throws java.io.IOException {
    return regions.loadGeometry(new String(file.getBytes(), StandardCharsets.UTF_8), codeProperty);
  }

  record RegionList(List<RegionView> items) {}

  record RegionDetail(RegionView region, List<RegionView> ancestors) {}

  record RegionView(
      String code,
      LocalizedText name,
      @Schema(implementation = Level.class) String level,
      @Nullable String parent,
      String path,
      @Nullable Long population,
      @Nullable List<Double> centroid,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo,
      boolean hasChildren,
      boolean hasGeometry) {

    static RegionView of(Region region) {
      return new RegionView(
          region.code(),
          region.name(),
          region.level().word(),
          region.parent(),
          region.path(),
          region.population(),
          region.centroid(),
          region.validFrom(),
          region.validTo(),
          region.hasChildren(),
          region.hasGeometry());
    }
  }
}
