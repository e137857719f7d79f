package org.firebreak.intake.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.intake.problem.ProblemCollector;
import org.firebreak.intake.region.Region;
import org.firebreak.intake.region.RegionDirectory;
import org.firebreak.intake.region.RegionFinder;
import org.jspecify.annotations.Nullable;

/**
 * Fills the field {@code region} from codes and names of the record, from country to district. What
 * is not known is kept as {@code parent/name} with a warning: no count is lost for a name.
 * Remembers up to {@value #REMEMBERED_MAX} combinations. Not thread-safe.
 */
public final class RegionStep implements RecordStep {

  private static final int REMEMBERED_MAX = 100_000;
  private static final String[] LEVELS = {"country", "admin1", "admin2", "admin3"};
  private static final String[] DAYS = {"date", "date_report", "date_onset", "as_of"};

  private final RecordFields fields;
  private final RegionDirectory directory;
  private final RegionFinder finder;
  private final int regionIndex;
  private final int[] sources;
  private final int[] days;
  private final Map<List<String>, RegionFinder.Result> remembered = new HashMap<>();

  public RegionStep(RecordFields fields, RegionDirectory directory) {
    this.fields = fields;
    this.directory = directory;
    this.finder = new RegionFinder(directory);
    this.regionIndex = fields.find("region");
    List<Integer> all = new ArrayList<>();
    all.add(fields.find("region_code"));
    for (String level : LEVELS) {
      all.add(fields.find(level + "_code"));
      all.add(fields.find(level));
    }
    all.add(regionIndex);
    this.sources = all.stream().mapToInt(Integer::intValue).toArray();
    int[] found = new int[DAYS.length];
    for (int i = 0; i < DAYS.length; i++) {
      found[i] = fields.find(DAYS[i]);
    }
    this.days = found;
  }

  @Override
  public void apply(@Nullable Object[] values, ProblemCollector problems) {
    if (regionIndex < 0) {
      return;
    }
    String[] texts = new String[sources.length];
    boolean any = false;
    for (int i = 0; i < sources.length; i++) {
      String text = RecordFields.text(values, sources[i]);
      texts[i] = text == null ? "" : text;
      any |= text != null;
    }
    if (!any) {
      return;
    }
    List<String> key = List.of(texts);
    RegionFinder.Result result = remembered.get(key);
    if (result == null) {
      result = finder.find(texts[0], texts, texts[texts.length - 1]);
      if (remembered.size() >= REMEMBERED_MAX) {
        remembered.clear();
      }
      remembered.put(key, result);
    }
    report(result, values, problems);
    values[regionIndex] = result.code();
    checkValidity(result, values, problems);
  }

  private void report(
      RegionFinder.Result result, @Nullable Object[] values, ProblemCollector problems) {
    if (result.unknownName() != null) {
      fields
          .report("region-unknown", regionIndex, values, problems)
          .column(sourceColumn(values))
          .value(result.unknownName())
          .word("found", result.code())
          .add();
    }
    if (result.differingName() != null) {
      Region region = directory.findByCode(result.code()).orElse(null);
      String name =
          region == null ? "" : region.nameZh().isBlank() ? region.nameEn() : region.nameZh();
      fields
          .report("region-name-differs", regionIndex, values, problems)
          .column(sourceColumn(values))
          .value(result.differingName())
          .word("found", result.code())
          .word("expected", name)
          .add();
    }
  }

  /** The column of the deepest level that the row fills. */
  private @Nullable String sourceColumn(@Nullable Object[] values) {
    String column = null;
    for (int index : sources) {
      if (index >= 0 && values[index] != null) {
        String name = fields.column(index);
        column = name == null ? column : name;
      }
    }
    return column;
  }

  private void checkValidity(
      RegionFinder.Result result, @Nullable Object[] values, ProblemCollector problems) {
    Optional<Region> region = result.region();
    if (region.isEmpty() || (region.get().validFrom() == null && region.get().validTo() == null)) {
      return;
    }
    for (int index : days) {
      LocalDate day = RecordFields.day(values, index);
      if (day != null) {
        if (!region.get().isValidOn(day)) {
          fields
              .report("region-not-valid", regionIndex, values, problems)
              .word("found", result.code())
              .word("expected", day.toString())
              .add();
        }
        return;
      }
    }
  }
}
