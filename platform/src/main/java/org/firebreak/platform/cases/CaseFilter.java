package org.firebreak.platform.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.platform.regions.Level;
import org.firebreak.platform.regions.Region;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are wanted; what is null is not asked for.
 *
 * @param q words that stand in what is open of a case: number, source, region, texts
 * @param ageFrom completed years, included
 * @param ageTo completed years, included
 */
record CaseFilter(
    @Nullable String q,
    @Nullable List<String> classification,
    @Nullable List<String> outcome,
    @Nullable String sex,
    @Nullable Integer ageFrom,
    @Nullable Integer ageTo,
    @Nullable LocalDate onsetFrom,
    @Nullable LocalDate onsetTo,
    @Nullable LocalDate reportFrom,
    @Nullable LocalDate reportTo,
    @Nullable String source) {

  /** All cases. */
  static final CaseFilter NONE =
      new CaseFilter(null, null, null, null, null, null, null, null, null, null, null);

  /**
   * The conditions on {@code cases.line}.
   *
   * @param region only cases in it, or null
   * @param scopes only cases in one of these regions, or null for a caller who may see all
   */
  Conditions conditions(@Nullable Region region, @Nullable List<Region> scopes) {
    Conditions where = new Conditions();
    if (region != null && region.level() != Level.WORLD) {
      where.add(columnOf(region) + " = ?", region.code());
      where.narrow = region.level() == Level.DISTRICT;
    }
    if (scopes != null) {
      where.narrow |= scopes.size() == 1 && scopes.getFirst().level() == Level.DISTRICT;
      where.addAny(scopes.stream().map(CaseFilter::columnOf).toList(), codes(scopes));
    }
    if (q != null && !q.isBlank()) {
      String words = SearchWords.query(q);
      if (words == null) {
        where.addNothing();
      } else {
        where.add("search @@ cast(? as tsquery)", words);
      }
    }
    where.addIn("coalesce(classification, 'unknown')", classification);
    where.addIn("coalesce(outcome, 'unknown')", outcome);
    where.addIfAsked("sex = ?", sex);
    where.addIfAsked("age_years >= ?", ageFrom);
    where.addIfAsked("age_years < ?", ageTo == null ? null : ageTo + 1);
    where.addIfAsked("onset_date >= ?", onsetFrom);
    where.addIfAsked("onset_date <= ?", onsetTo);
    where.addIfAsked("report_date >= ?", reportFrom);
    where.addIfAsked("report_date <= ?", reportTo);
    where.addIfAsked("source = ?", source);
    return where;
  }

  private static List<String> codes(List<Region> regions) {
    return regions.stream().map(Region::code).toList();
  }

  private static String columnOf(Region region) {
    return switch (region.level()) {
      case NATION, PROVINCE, CITY, DISTRICT -> region.level().word();
      case WORLD, TOWN -> "region";
    };
  }

  /** SQL conditions joined by {@code and}, with their values. */
  static final class Conditions {

    private final List<String> clauses = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private boolean narrow;

    /** Whether only cases of one district are asked for. */
    boolean isNarrow() {
      return narrow;
    }

    /** Only places in a region, said of the column that sorts by region. */
    void addPlaces(Region region) {
      String path = region.path();
      add("place >= ?", path);
      add("place < ?", path.substring(0, path.length() - 1) + (char) ('/' + 1));
    }

    void add(String clause, Object value) {
      clauses.add(clause);
      values.add(value);
    }

    /** No case fits. */
    void addNothing() {
      clauses.add("false");
    }

    void addIfAsked(String clause, @Nullable Object value) {
      if (value != null) {
        add(clause, value);
      }
    }

    void addIn(String expression, @Nullable List<String> wanted) {
      if (wanted != null && !wanted.isEmpty()) {
        add(expression + " = any (?)", wanted.toArray(String[]::new));
      }
    }

    /** One of several columns equals its value; false if there are none. */
    void addAny(List<String> columns, List<String> wanted) {
      List<String> alternatives = columns.stream().map(column -> column + " = ?").toList();
      clauses.add(alternatives.isEmpty() ? "false" : "(" + String.join(" or ", alternatives) + ")");
      values.addAll(wanted);
    }

    String sql() {
      return clauses.isEmpty() ? "true" : String.join(" and ", clauses);
    }

    List<Object> values() {
      return List.copyOf(values);
    }
  }
}
