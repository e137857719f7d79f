package org.firebreak.intake.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.base.LocalizedText;
import org.firebreak.intake.convert.CodeIndex;
import org.firebreak.intake.region.Region;
import org.firebreak.intake.region.RegionDirectory;
import org.firebreak.intake.standard.Standard;
import org.jspecify.annotations.Nullable;

/**
 * Turns the columns of counts of a file into variants: one per indicator ({@code confirmed}, {@code
 * deaths}), or one per region where the columns are named by regions ({@code cases_chn}).
 */
final class CountColumns {

  /** Share of columns that must be named by regions for a file to be wide in regions. */
  private static final double REGION_SHARE_MIN = 0.6;

  private static final int REGION_COLUMNS_MIN = 3;

  private final RegionDirectory regions;
  private final CodeIndex indicators;

  CountColumns(Standard standard, RegionDirectory regions) {
    this.regions = regions;
    this.indicators = new CodeIndex(standard.findField("indicator").orElseThrow());
  }

  /** A column of counts with what its name says. */
  record Count(ColumnProfile column, CountName name, @Nullable Region region) {}

  /** The columns whose names say what they count. */
  List<Count> find(List<ColumnProfile> free, String fileName) {
    List<ColumnProfile> numeric =
        free.stream().filter(c -> c.filled() > 0 && c.shareOfNumbers() > 0.9).toList();
    List<Count> byRegion = regionColumns(numeric, fileName);
    if (byRegion.size() >= REGION_COLUMNS_MIN
        && byRegion.size() >= REGION_SHARE_MIN * numeric.size()) {
      return byRegion;
    }
    List<Count> counts = new ArrayList<>();
    for (ColumnProfile column : free) {
      CountName name = CountName.of(column.name(), indicators);
      boolean countable = column.filled() == 0 || column.shareOfNumbers() >= 0.5;
      if (name.indicator() != null && countable) {
        counts.add(new Count(column, name, null));
      }
    }
    return counts;
  }

  private List<Count> regionColumns(List<ColumnProfile> numeric, String fileName) {
    List<Count> counts = new ArrayList<>();
    for (ColumnProfile column : numeric) {
      List<String> words = Names.words(column.name());
      if (words.isEmpty()) {
        continue;
      }
      String last = words.getLast();
      String prefix = String.join(" ", words.subList(0, words.size() - 1));
      Optional<Region> region =
          last.length() == 3 || last.length() == 2
              ? regions.findByCode(last)
              : regions.findByName(column.name(), null).or(() -> regions.findByName(last, null));
      CountName name =
          prefix.isEmpty() ? fileIndicator(fileName) : CountName.of(prefix, indicators);
      // "cases_outside_chn" is not about China: every word before the region must be understood.
      boolean understood = prefix.isEmpty() || name.indicator() != null;
      boolean plain = CountName.of(column.name(), indicators).indicator() == null;
      if (region.isPresent() && understood && plain) {
        counts.add(new Count(column, name, region.get()));
      }
    }
    return counts;
  }

  /** What the words of a file's name say, confirmed cases if nothing. */
  CountName fileIndicator(String fileName) {
    CountName found = new CountName(null, null, -1);
    for (String word : Names.words(fileName)) {
      CountName name = CountName.of(word, indicators);
      if (name.indicator() != null && !word.equals("case") && word.length() > 1) {
        return name;
      }
    }
    return found;
  }

  /** The variants of the counts; {@code kindOf} decides where the name does not. */
  static List<Variant> variants(
      List<Count> counts, Map<String, String> kindOf, Map<Integer, List<Binding>> regionBindings) {
    Map<String, Variant> variants = new LinkedHashMap<>();
    for (Count count : counts) {
      String column = count.column().name();
      CountName name = count.name();
      String indicator = name.indicator() == null ? "confirmed" : name.indicator();
      List<Binding> bindings = new ArrayList<>();
      bindings.add(
          Binding.ofColumn(
              "value",
              column,
              0.9,
              new LocalizedText("'" + column + "' holds counts", "“" + column + "”列为计数")));
      bindings.add(
          Binding.ofConstant(
              "indicator",
              indicator,
              name.indicator() == null ? 0.4 : 0.9,
              new LocalizedText("from the name '" + column + "'", "由列名“" + column + "”得出")));
      String kind = name.kind();
      bindings.add(
          Binding.ofConstant(
              "kind",
              kind == null ? kindOf.getOrDefault(column, "cumulative") : kind,
              kind == null ? 0.7 : 0.9,
              kind == null
                  ? new LocalizedText("from how the numbers move", "由数值变化趋势得出")
                  : new LocalizedText("from the name '" + column + "'", "由列名“" + column + "”得出")));
      Region region = count.region();
      if (region != null) {
        bindings.add(
            Binding.ofConstant(
                "region",
                region.code(),
                0.9,
                new LocalizedText("'" + column + "' names a region", "列名“" + column + "”为地区")));
      }
      bindings.addAll(regionBindings.getOrDefault(name.level(), List.of()));
      variants.put(column, new Variant(column, bindings));
    }
    return List.copyOf(variants.values());
  }
}
