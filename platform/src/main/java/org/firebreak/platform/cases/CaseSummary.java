package org.firebreak.platform.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.firebreak.base.LocalizedText;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.RegionTree;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A case as the line list shows it.
 *
 * @param fields all its fields that are not personal, by name
 */
record CaseSummary(
    long id,
    String caseNumber,
    String source,
    @Nullable String classification,
    @Nullable String outcome,
    @Nullable String sex,
    @Nullable Float ageYears,
    @Nullable Place region,
    @Nullable LocalDate onsetDate,
    @Nullable LocalDate reportDate,
    @Schema(types = "object", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
        JsonNode fields) {

  static CaseSummary of(CaseLine line, JsonNode fields, RegionTree tree) {
    return new CaseSummary(
        line.record(),
        line.caseNumber(),
        line.source(),
        line.classification(),
        line.outcome(),
        line.sex(),
        line.ageYears(),
        Place.of(line.region(), tree),
        line.onsetDate(),
        line.reportDate(),
        fields);
  }

  /**
   * A region by code and name.
   *
   * @param path codes from the root
   */
  record Place(String code, LocalizedText name, String path) {

    static @Nullable Place of(@Nullable String code, RegionTree tree) {
      Region region = code == null ? null : tree.find(code).orElse(null);
      return region == null ? null : new Place(region.code(), region.name(), region.path());
    }
  }
}
