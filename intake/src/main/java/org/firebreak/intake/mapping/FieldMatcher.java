package org.firebreak.intake.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.firebreak.base.LocalizedText;
import org.firebreak.intake.region.RegionDirectory;
import org.firebreak.intake.standard.FieldSpec;
import org.firebreak.intake.standard.FieldType;
import org.firebreak.intake.standard.Standard;

/**
 * Pairs columns with fields: every pair gets a score from the likeness of the names and the share
 * of cells that could be values of the field; the best pairs win, each column and field once.
 */
final class FieldMatcher {

  /** Score below which a pair is not proposed. */
  private static final double SCORE_MIN = 0.5;

  /** Share of cells that must fit a field for its name alone to decide. */
  private static final double FIT_MIN = 0.5;

  private static final double KNOWN_NAME = 0.95;
  private static final int CELLS_THAT_DECIDE = 20;
  private static final Pattern COORDINATE_SYSTEM =
      Pattern.compile("[_ -]?(gcj-?(02)?|bd-?09|wgs-?84|火星|百度)", Pattern.CASE_INSENSITIVE);
  private static final int REGION_NAMES_LOOKED_AT = 60;

  /** Likeness of a name that ends in the name of a level of regions. */
  private static final double ENDS_WITH = 0.55;

  private static final Set<String> REGION_FIELDS =
      Set.of("region", "country", "admin1", "admin2", "admin3");

  private final Standard standard;
  private final RegionDirectory regions;

  FieldMatcher(Standard standard, RegionDirectory regions) {
    this.standard = standard;
    this.regions = regions;
  }

  /** A column that may be a field. */
  record Match(
      FieldSpec field, ColumnProfile column, double score, int rank, LocalizedText reason) {}

  /** The best pairs by field name. */
  Map<String, Match> match(Collection<ColumnProfile> columns, Set<String> skippedFields) {
    List<Match> candidates = new ArrayList<>();
    for (ColumnProfile column : columns) {
      for (FieldSpec field : standard.fields()) {
        if (!skippedFields.contains(field.name())) {
          Match match = score(field, column);
          if (match.score() >= SCORE_MIN) {
            candidates.add(match);
          }
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Match::score)
            .reversed()
            .thenComparingInt(Match::rank)
            .thenComparing(match -> match.column().filled(), Comparator.reverseOrder()));
    Map<String, Match> chosen = new LinkedHashMap<>();
    Set<Integer> taken = new HashSet<>();
    for (Match match : candidates) {
      if (!chosen.containsKey(match.field().name()) && taken.add(match.column().index())) {
        chosen.put(match.field().name(), match);
      }
    }
    return chosen;
  }

  private Match score(FieldSpec field, ColumnProfile column) {
    String name = COORDINATE_SYSTEM.matcher(column.name()).replaceAll("");
    double likeness = Names.likeness(name, field.name());
    String likest = field.name();
    int rank = 0;
    List<String> names = new ArrayList<>(List.of(field.label().en(), field.label().zh()));
    names.addAll(field.aliases());
    for (int i = 0; i < names.size(); i++) {
      double like = Names.likeness(name, names.get(i)) * like(i);
      if (like > likeness) {
        likeness = like;
        likest = names.get(i);
        rank = i + 1;
      }
    }
    if (likeness < ENDS_WITH && isRegionField(field) && endsWith(column.name(), names)) {
      likeness = ENDS_WITH;
    }
    double fit = column.fit(field);
    double content = contentScore(field, column, likeness);
    boolean fits = fit >= FIT_MIN || (field.type() == FieldType.CODE && fit > 0);
    // A few bad cells say less than a known name: better to show what is wrong with them.
    boolean nameDecides = likeness > KNOWN_NAME && column.filled() < CELLS_THAT_DECIDE;
    double byName = fits || nameDecides ? likeness * (0.55 + 0.45 * fit) : 0;
    byName *= languageFit(field, column);
    if (content > byName) {
      return new Match(field, column, content, 1000, byContent(column));
    }
    return new Match(field, column, byName, rank, byName(column, likest, likeness, fit));
  }

  private static boolean isRegionField(FieldSpec field) {
    return REGION_FIELDS.contains(field.name());
  }

  /** Whether the last word of a column's name is one of the names: {@code nhs_region}. */
  private static boolean endsWith(String column, List<String> names) {
    List<String> words = Names.words(column);
    return words.size() > 1
        && names.stream().anyMatch(name -> Names.bare(name).equals(words.getLast()));
  }

  /** Aliases count a hair less than the field's own name, so that ties have an order. */
  private static double like(int alias) {
    return 0.99 - 0.0005 * Math.min(alias, 60);
  }

  /** A name column goes to the field of the language its cells are in. */
  private static double languageFit(FieldSpec field, ColumnProfile column) {
    if (column.filled() == 0) {
      return 1;
    }
    return switch (field.name()) {
      case "name_zh" -> 0.4 + 0.6 * column.shareOfChinese();
      case "name_en" -> 1 - 0.6 * column.shareOfChinese();
      default -> 1;
    };
  }

  /** What the cells alone say, below what a right name says. */
  private double contentScore(FieldSpec field, ColumnProfile column, double likeness) {
    if (column.filled() == 0) {
      return 0;
    }
    return switch (field.type()) {
      case NATIONAL_ID -> column.shareOfChineseIds() > 0.6 ? 0.85 : 0;
      case PHONE -> column.shareOfMobiles() > 0.8 ? 0.7 : 0;
      case DATE ->
          field.required() && column.bestDateShare() > 0.9 && isNoBareNumber(column) ? 0.6 : 0;
      case CODE ->
          field.name().equals("sex") && column.fit(field) == 1 && isLetters(column) ? 0.6 : 0;
      case TEXT -> regionScore(field, column, likeness);
      default -> 0;
    };
  }

  private static boolean isNoBareNumber(ColumnProfile column) {
    return column.shareOfNumbers() < 0.1;
  }

  private static boolean isLetters(ColumnProfile column) {
    return column.distinct().size() > 1 && column.shareOfNumbers() == 0;
  }

  /** A column of countries or provinces is known by its values. */
  private double regionScore(FieldSpec field, ColumnProfile column, double likeness) {
    int level =
        switch (field.name()) {
          case "country" -> 0;
          case "admin1" -> 1;
          default -> -1;
        };
    boolean series = standard.findField("indicator").isPresent();
    if (level < 0 || (!series && likeness < 0.4) || column.shareOfNumbers() > 0.1) {
      return 0;
    }
    List<String> values = column.distinct().stream().limit(REGION_NAMES_LOOKED_AT).toList();
    long found =
        values.stream()
            .filter(value -> value.length() > 1)
            .filter(value ->
                regions
                    .findByName(value, level == 0 ? null : "CN")
                    .filter(region -> region.level() == level)
                    .isPresent())
            .count();
    return values.size() >= 2 && found >= 0.7 * values.size() ? 0.65 : 0;
  }

  private static LocalizedText byContent(ColumnProfile column) {
    return new LocalizedText(
        "the cells of '" + column.name() + "' look like it", "“" + column.name() + "”列的内容符合");
  }

  private static LocalizedText byName(
      ColumnProfile column, String likest, double likeness, double fit) {
    long percent = Math.round(100 * fit);
    boolean same = likeness > KNOWN_NAME;
    return new LocalizedText(
        "'%s' %s '%s'; %d %% of its cells fit"
            .formatted(column.name(), same ? "is a known name:" : "is like", likest, percent),
        "“%s”%s“%s”；%d%% 的单元格符合"
            .formatted(column.name(), same ? "为已知列名：" : "与此相近：", likest, percent));
  }
}
