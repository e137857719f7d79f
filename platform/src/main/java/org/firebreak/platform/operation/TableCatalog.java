package org.firebreak.platform.operation;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.firebreak.base.error.InternalException;

/** Which tables and sequences the database has, as its own catalogue says. */
final class TableCatalog {

  /** Sessions are not carried over: whoever restores signs in anew. */
  private static final Set<String> LEFT_OUT = Set.of("access.session");

  private static final String OURS =
      "n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'public')";

  private TableCatalog() {}

  /**
   * One table that holds rows.
   *
   * @param columns those that are stored and not computed
   */
  record Table(String name, List<String> columns) {}

  /** All tables, each after those it refers to. */
  static List<Table> list(Connection connection) throws SQLException {
    Map<String, Table> tables = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT format('%I.%I', n.nspname, c.relname),"
                    + " array_agg(quote_ident(a.attname) ORDER BY a.attnum)"
                    + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
                    + " AND NOT a.attisdropped AND a.attgenerated = ''"
                    + " WHERE c.relkind = 'r' AND "
                    + OURS
                    + " GROUP BY 1 ORDER BY 1")) {
      while (row.next()) {
        String name = row.getString(1);
        if (!LEFT_OUT.contains(name)) {
          tables.put(name, new Table(name, List.of((String[]) row.getArray(2).getArray())));
        }
      }
    }
    return sorted(tables, references(connection));
  }

  private static Map<String, Set<String>> references(Connection connection) throws SQLException {
    Map<String, Set<String>> references = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT format('%I.%I', n.nspname, c.relname),"
                    + " array_agg(format('%I.%I', fn.nspname, f.relname))"
                    + " FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid"
                    + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " JOIN pg_class f ON f.oid = k.confrelid"
                    + " JOIN pg_namespace fn ON fn.oid = f.relnamespace"
                    + " WHERE k.contype = 'f' AND k.conrelid <> k.confrelid GROUP BY 1")) {
      while (row.next()) {
        Array targets = row.getArray(2);
        references.put(row.getString(1), new HashSet<>(List.of((String[]) targets.getArray())));
      }
    }
    return references;
  }

  private static List<Table> sorted(
      Map<String, Table> tables, Map<String, Set<String>> references) {
    List<Table> sorted = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    while (sorted.size() < tables.size()) {
      int before = sorted.size();
      for (Table table : tables.values()) {
        Set<String> waitsFor = new HashSet<>(references.getOrDefault(table.name(), Set.of()));
        waitsFor.retainAll(tables.keySet());
        if (!placed.contains(table.name()) && placed.containsAll(waitsFor)) {
          placed.add(table.name());
          sorted.add(table);
        }
      }
      if (sorted.size() == before) {
        throw new InternalException("backup-cycle", "Tables refer to each other in a circle");
      }
    }
    return sorted;
  }

  /** The last value of each sequence that gave one. */
  static Map<String, Long> sequences(Connection connection) throws SQLException {
    Map<String, Long> values = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT format('%I.%I', schemaname, sequencename), last_value FROM pg_sequences"
                    + " WHERE last_value IS NOT NULL AND schemaname <> 'public'")) {
      while (row.next()) {
        values.put(row.getString(1), row.getLong(2));
      }
    }
    return values;
  }
}
