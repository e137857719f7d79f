package org.firebreak.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.intake.mapping.Mapping;
import org.firebreak.intake.mapping.MappingProposer;
import org.firebreak.intake.region.Region;
import org.firebreak.intake.region.RegionDirectory;
import org.firebreak.intake.source.RowSource;
import org.firebreak.intake.source.SourceFile;
import org.firebreak.intake.standard.Standard;
import org.jspecify.annotations.Nullable;

/** Records of the {@code region} standard as regions of a directory. */
public final class RegionRecords {

  private RegionRecords() {}

  /** The region a record of the {@code region} standard describes. */
  public static Region toRegion(TypedRecord record) {
    String nameEn = record.text("name_en");
    String nameZh = record.text("name_zh");
    Number level = record.number("level");
    String code = record.text("code");
    if (code == null) {
      throw new IllegalArgumentException("A region record without code: " + record);
    }
    return new Region(
        code,
        level == null ? 0 : level.intValue(),
        record.text("parent"),
        nameEn == null ? "" : nameEn,
        nameZh == null ? "" : nameZh,
        texts(record.get("aliases")),
        record.date("valid_from"),
        record.date("valid_to"),
        (Double) record.get("longitude"),
        (Double) record.get("latitude"));
  }

  private static List<String> texts(@Nullable Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(item -> texts.add(String.valueOf(item)));
    }
    return texts;
  }

  /**
   * The regions of a file, by a proposed mapping; rows that would be quarantined are left out.
   *
   * @param standard the {@code region} standard
   * @param asOf the day the list was known
   * @param known regions already known, to resolve parents in
   */
  public static List<Region> read(
      Standard standard, SourceFile file, LocalDate asOf, RegionDirectory known) {
    Mapping mapping = MappingProposer.propose(standard, file, known);
    List<Region> regions = new ArrayList<>();
    try (RowSource rows = mapping.open(file)) {
      new IntakeRun(standard, mapping, new IntakeContext(asOf, known))
          .run(
              rows,
              outcome -> {
                if (outcome instanceof Outcome.Accepted accepted) {
                  regions.add(toRegion(accepted.record()));
                }
              });
    }
    return regions;
  }
}
