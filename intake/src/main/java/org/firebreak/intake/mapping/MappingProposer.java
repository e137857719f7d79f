package org.firebreak.intake.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.firebreak.base.LocalizedText;
import org.firebreak.base.geo.CoordinateSystem;
import org.firebreak.intake.convert.DateFormat;
import org.firebreak.intake.region.RegionDirectory;
import org.firebreak.intake.source.RowSource;
import org.firebreak.intake.source.SourceFile;
import org.firebreak.intake.source.WideSeries;
import org.firebreak.intake.standard.FieldSpec;
import org.firebreak.intake.standard.FieldType;
import org.firebreak.intake.standard.Standard;
import org.jspecify.annotations.Nullable;

/**
 * Proposes how a foreign file maps to a standard, from the names of its columns and its first
 * 10,000 rows: which column is which field, how dates are written, which columns are counts of
 * what. Every binding carries a confidence and a reason for the person who checks it.
 * Deterministic.
 */
public final class MappingProposer {

  private static final String OWN_COLUMN_PREFIX = "firebreak_";
  private static final Map<String, Integer> LEVEL_OF_FIELD =
      Map.of(
          "country",
          0,
          "country_code",
          0,
          "admin1",
          1,
          "admin1_code",
          1,
          "admin2",
          2,
          "admin2_code",
          2,
          "admin3",
          3,
          "admin3_code",
          3);
  private static final int CODES_MIN = 20;
  private static final Set<String> COUNT_FIELDS = Set.of("indicator", "kind", "value");

  private final Standard standard;
  private final RegionDirectory regions;
  private final Sample sample;
  private final @Nullable String wideFormat;
  private final List<ColumnProfile> columns;

  private MappingProposer(
      Standard standard, RegionDirectory regions, Sample sample, @Nullable String wideFormat) {
    this.standard = standard;
    this.regions = regions;
    this.sample = sample;
    this.wideFormat = wideFormat;
    this.columns = new ArrayList<>();
    for (int i = 0; i < sample.header().size(); i++) {
      String name = sample.header().get(i);
      if (!name.startsWith(OWN_COLUMN_PREFIX)) {
        columns.add(new ColumnProfile(name, i, sample.cells(i)));
      }
    }
  }

  /**
   * The proposal for a file.
   *
   * @throws org.firebreak.base.error.FirebreakException if the file cannot be read
   */
  public static Mapping propose(Standard standard, SourceFile file, RegionDirectory regions) {
    String wide = null;
    try (RowSource rows = file.open()) {
      if (standard.indexOf("date") >= 0 && standard.indexOf("value") >= 0) {
        wide = WideSeries.findFormat(rows.header()).map(DateFormat::word).orElse(null);
      }
    }
    try (RowSource rows = file.open(wide)) {
      return new MappingProposer(standard, regions, Sample.of(rows), wide).propose();
    }
  }

  private Mapping propose() {
    boolean counts = COUNT_FIELDS.stream().allMatch(name -> standard.indexOf(name) >= 0);
    FieldMatcher matcher = new FieldMatcher(standard, regions);
    Map<String, FieldMatcher.Match> all = matcher.match(columns, Set.of());
    boolean isLong = !counts || (all.containsKey("indicator") && all.containsKey("value"));
    Map<String, FieldMatcher.Match> matches = all;
    List<CountColumns.Count> countColumns = List.of();
    if (!isLong) {
      matches = matcher.match(columns, COUNT_FIELDS);
      countColumns =
          new CountColumns(standard, regions).find(freeColumns(matches), sample.fileName());
      if (countColumns.isEmpty()) {
        matches = all;
      }
    }
    Map<String, Binding> bindings = bindings(matches);
    addCountry(bindings, matches);
    addSnapshotTime(bindings, matches);
    List<Variant> variants = List.of();
    if (!countColumns.isEmpty()) {
      variants = variants(countColumns, bindings, matches);
    } else if (counts) {
      addCountDefaults(bindings, matches);
    }
    return new Mapping(
        standard.key(),
        standard.version(),
        List.copyOf(bindings.values()),
        variants,
        wideFormat,
        coordinateSystem(),
        ignored(bindings, variants));
  }

  private List<ColumnProfile> freeColumns(Map<String, FieldMatcher.Match> matches) {
    Set<Integer> taken = new HashSet<>();
    matches.values().forEach(match -> taken.add(match.column().index()));
    return columns.stream().filter(column -> !taken.contains(column.index())).toList();
  }

  private Map<String, Binding> bindings(Map<String, FieldMatcher.Match> matches) {
    List<ColumnProfile> dateColumns =
        matches.values().stream()
            .filter(match -> isDate(match.field()))
            .map(FieldMatcher.Match::column)
            .toList();
    Map<String, Binding> bindings = new LinkedHashMap<>();
    for (FieldSpec field : standard.fields()) {
      FieldMatcher.Match match = matches.get(field.name());
      if (match != null) {
        bindings.put(field.name(), binding(match, dateColumns));
      }
    }
    return bindings;
  }

  private static boolean isDate(FieldSpec field) {
    return field.type() == FieldType.DATE || field.type() == FieldType.DATE_TIME;
  }

  private static Binding binding(FieldMatcher.Match match, List<ColumnProfile> dateColumns) {
    String column = match.column().name();
    double confidence = Math.round(100 * match.score()) / 100.0;
    if (isDate(match.field())) {
      DateInference.Decision dates = DateInference.decide(match.column(), dateColumns);
      LocalizedText reason =
          new LocalizedText(
              match.reason().en() + "; " + dates.reason().en(),
              match.reason().zh() + "；" + dates.reason().zh());
      return Binding.ofColumn(
              match.field().name(), column, Math.min(confidence, dates.confidence()), reason)
          .withFormat(dates.format().word());
    }
    Binding plain = Binding.ofColumn(match.field().name(), column, confidence, match.reason());
    if (isTwoLetterCodes(match.column())) {
      return new Binding(
          plain.field(),
          column,
          null,
          null,
          null,
          Map.of("NA", "NA"),
          plain.confidence(),
          plain.reason());
    }
    return match.field().type() == FieldType.AGE ? plain.withUnit(ageUnit(column)) : plain;
  }

  /** Among two-letter codes of countries, NA is Namibia and not a missing value. */
  private static boolean isTwoLetterCodes(ColumnProfile column) {
    return column.distinct().size() >= CODES_MIN
        && column.distinct().stream().allMatch(value -> value.matches("[A-Z]{2}"));
  }

  private static @Nullable String ageUnit(String column) {
    List<String> words = Names.words(column);
    if (words.contains("months") || words.contains("month") || column.contains("月")) {
      return "month";
    }
    return words.contains("days") || words.contains("day") ? "day" : null;
  }

  /** A file of provinces or cities of one country seldom names it. */
  private void addCountry(Map<String, Binding> bindings, Map<String, FieldMatcher.Match> matches) {
    if (standard.indexOf("country") < 0
        || bindings.containsKey("country")
        || bindings.containsKey("country_code")) {
      return;
    }
    for (String name :
        List.of(
            "admin1", "admin1_code", "admin2_code", "admin2", "admin3", "region", "region_code")) {
      FieldMatcher.Match match = matches.get(name);
      if (match != null && CountryGuess.isChina(match.column().distinct(), regions)) {
        bindings.put(
            "country",
            Binding.ofConstant(
                "country",
                "CN",
                0.8,
                new LocalizedText(
                    "the regions of '" + match.column().name() + "' lie in China",
                    "“" + match.column().name() + "”列的地区位于中国")));
        return;
      }
    }
  }

  /** Several snapshots of one day differ in their time: the moment is the vintage. */
  private void addSnapshotTime(
      Map<String, Binding> bindings, Map<String, FieldMatcher.Match> matches) {
    FieldMatcher.Match date = matches.get("date");
    boolean hasMoment =
        standard.findField("as_of").map(field -> field.type() == FieldType.DATE_TIME).orElse(false);
    if (date != null && hasMoment && !bindings.containsKey("as_of") && date.column().hasTimes()) {
      bindings.put(
          "as_of",
          Binding.ofColumn(
                  "as_of",
                  date.column().name(),
                  0.8,
                  new LocalizedText(
                      "'" + date.column().name() + "' carries the time of day",
                      "“" + date.column().name() + "”列含具体时刻"))
              .withFormat(bindings.getOrDefault("date", placeholder()).format()));
    }
  }

  private static Binding placeholder() {
    return Binding.ofConstant("date", "", 0, new LocalizedText("none", "无"));
  }

  private List<Variant> variants(
      List<CountColumns.Count> counts,
      Map<String, Binding> bindings,
      Map<String, FieldMatcher.Match> matches) {
    Map<String, String> kinds = kinds(counts, bindings, matches);
    Map<Integer, List<Binding>> perLevel = new TreeMap<>();
    Set<Integer> levels = new HashSet<>();
    counts.forEach(count -> levels.add(count.name().level()));
    levels.remove(-1);
    if (!levels.isEmpty()) {
      int top = levels.stream().mapToInt(Integer::intValue).min().orElse(0);
      for (int level : levels) {
        perLevel.put(level, deeper(bindings, top, level));
      }
      bindings.keySet().removeIf(name -> LEVEL_OF_FIELD.getOrDefault(name, -1) > top);
    }
    if (counts.stream().anyMatch(count -> count.region() != null)) {
      bindings.keySet().removeAll(LEVEL_OF_FIELD.keySet());
    }
    return CountColumns.variants(counts, kinds, perLevel);
  }

  /** Bindings of region levels below the top one, down to that of a count. */
  private static List<Binding> deeper(Map<String, Binding> bindings, int top, int level) {
    return bindings.values().stream()
        .filter(binding -> LEVEL_OF_FIELD.getOrDefault(binding.field(), -1) > top)
        .filter(binding -> LEVEL_OF_FIELD.getOrDefault(binding.field(), -1) <= level)
        .toList();
  }

  /**
   * Cumulative or not, where the name does not say: from how the numbers move. What moves up and
   * down beside cumulative columns is a current number, alone it is a new one.
   */
  private Map<String, String> kinds(
      List<CountColumns.Count> counts,
      Map<String, Binding> bindings,
      Map<String, FieldMatcher.Match> matches) {
    FieldMatcher.Match date = matches.get("date");
    Binding dateBinding = bindings.get("date");
    if (date == null || dateBinding == null || dateBinding.format() == null) {
      return Map.of();
    }
    List<Integer> keys = new ArrayList<>();
    matches.forEach((name, match) -> {
      if (standard.identity().contains(name)
          ? !name.equals("date")
          : LEVEL_OF_FIELD.containsKey(name)) {
        keys.add(match.column().index());
      }
    });
    CountKind kind =
        CountKind.of(sample, keys, date.column().index(), DateFormat.of(dateBinding.format()));
    Map<String, CountKind.Look> looks = new HashMap<>();
    for (CountColumns.Count count : counts) {
      looks.put(count.column().name(), kind.look(count.column().index()));
    }
    boolean cumulative = looks.containsValue(CountKind.Look.CUMULATIVE);
    Map<String, String> kinds = new HashMap<>();
    looks.forEach((name, look) ->
        kinds.put(
            name,
            look == CountKind.Look.UP_AND_DOWN ? (cumulative ? "current" : "new") : "cumulative"));
    return kinds;
  }

  /** A long file of one indicator: what its value column or its own name says. */
  private void addCountDefaults(
      Map<String, Binding> bindings, Map<String, FieldMatcher.Match> matches) {
    FieldMatcher.Match value = matches.get("value");
    if (value == null) {
      return;
    }
    CountName name = new CountColumns(standard, regions).fileIndicator(sample.fileName());
    LocalizedText reason =
        new LocalizedText("from the file name '" + sample.fileName() + "'", "由文件名得出");
    String indicator = name.indicator();
    if (!bindings.containsKey("indicator") && indicator != null) {
      bindings.put("indicator", Binding.ofConstant("indicator", indicator, 0.6, reason));
    }
    if (!bindings.containsKey("kind")) {
      CountColumns.Count count = new CountColumns.Count(value.column(), name, null);
      String known = name.kind();
      String kind =
          known == null
              ? kinds(List.of(count), bindings, matches)
                  .getOrDefault(value.column().name(), "cumulative")
              : known;
      bindings.put(
          "kind",
          Binding.ofConstant(
              "kind", kind, 0.6, new LocalizedText("from how the numbers move", "由数值变化趋势得出")));
    }
  }

  private CoordinateSystem coordinateSystem() {
    for (String name : sample.header()) {
      String bare = Names.bare(name);
      if (bare.contains("gcj") || bare.contains("火星")) {
        return CoordinateSystem.GCJ02;
      }
      if (bare.contains("bd09") || bare.contains("百度")) {
        return CoordinateSystem.BD09;
      }
    }
    return CoordinateSystem.WGS84;
  }

  private List<String> ignored(Map<String, Binding> bindings, List<Variant> variants) {
    Set<String> used = new HashSet<>();
    bindings.values().forEach(binding -> addColumn(used, binding));
    variants.forEach(variant -> variant.bindings().forEach(binding -> addColumn(used, binding)));
    return sample.header().stream().filter(name -> !used.contains(name)).toList();
  }

  private static void addColumn(Set<String> used, Binding binding) {
    String column = binding.column();
    if (column != null) {
      used.add(column);
    }
  }
}
