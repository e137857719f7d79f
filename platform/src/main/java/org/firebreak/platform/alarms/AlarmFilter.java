package org.firebreak.platform.alarms;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.platform.access.RegionScope;
import org.firebreak.platform.regions.Region;
import org.jspecify.annotations.Nullable;

/**
 * Which alarms are wanted; null = any.
 *
 * @param open only those that still have to be decided on, or only the others
 * @param region only those in it
 * @param subject for example an indicator
 */
record AlarmFilter(
    @Nullable Boolean open,
    @Nullable AlarmState state,
    @Nullable Region region,
    @Nullable String source,
    @Nullable String subject,
    @Nullable Severity severity,
    @Nullable Long rule,
    @Nullable String assignedTo) {

  /** A condition of SQL and its values. */
  record Condition(String sql, List<Object> values) {}

  /** The condition on {@code alarms.alarm} for a caller who sees the regions of a scope. */
  Condition condition(RegionScope scope, @Nullable List<Region> scopeRegions) {
    List<String> clauses = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    if (!scope.everywhere()) {
      clauses.add("exists (select from unnest(?::text[]) p where starts_with(region_path, p))");
      values.add(paths(scopeRegions == null ? List.of() : scopeRegions));
    }
    if (region != null) {
      clauses.add("starts_with(region_path, ?)");
      values.add(region.path());
    }
    add(clauses, values, "open = ?", open);
    add(clauses, values, "state = ?", state == null ? null : state.word());
    add(clauses, values, "source = ?", source);
    add(clauses, values, "subject = ?", subject);
    add(clauses, values, "severity >= ?", severity == null ? null : severity.rank());
    add(clauses, values, "rule = ?", rule);
    add(clauses, values, "assigned_to = ?", assignedTo);
    return new Condition(clauses.isEmpty() ? "true" : String.join(" and ", clauses), values);
  }

  private static String[] paths(List<Region> regions) {
    return regions.stream().map(Region::path).toArray(String[]::new);
  }

  private static void add(
      List<String> clauses, List<Object> values, String clause, @Nullable Object value) {
    if (value != null) {
      clauses.add(clause);
      values.add(value);
    }
  }
}
