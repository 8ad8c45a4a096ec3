package org.demandwright.erp.adapter;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demandwright.erp.Dialect;

/**
 * The tables and views that a user can see, in lower case, by schema (on MariaDB: by database).
 *
 * @param current the schema that unqualified names mean
 */
record TableNames(String current, Map<String, Set<String>> bySchema) {
  private static final String[] KINDS = {
    "TABLE",
    "BASE TABLE",
    "PARTITIONED TABLE",
    "FOREIGN TABLE",
    "SYSTEM VERSIONED",
    "VIEW",
    "MATERIALIZED VIEW"
  };
  private static final Set<String> OF_THE_DATABASE =
      Set.of("information_schema", "pg_catalog", "mysql", "performance_schema", "sys");

  static TableNames of(Connection connection) throws SQLException {
    boolean catalogs = Dialect.of(connection) == Dialect.MARIADB;
    String catalog = connection.getCatalog();
    String current = catalogs ? catalog : connection.getSchema();
    Map<String, Set<String>> bySchema = new TreeMap<>();
    try (ResultSet row = connection.getMetaData().getTables(catalog, null, "%", KINDS)) {
      while (row.next()) {
        String schema = lower(row.getString(catalogs ? "TABLE_CAT" : "TABLE_SCHEM"));
        if (!OF_THE_DATABASE.contains(schema)) {
          bySchema
              .computeIfAbsent(schema, s -> new TreeSet<>())
              .add(lower(row.getString("TABLE_NAME")));
        }
      }
    }
    return new TableNames(lower(current), bySchema);
  }

  /** Returns whether an unqualified name finds this table or view. */
  boolean has(String name) {
    return inCurrent().contains(lower(name));
  }

  Set<String> inCurrent() {
    return bySchema.getOrDefault(current, Set.of());
  }

  /** Returns the schemas that hold all of these, the current one first. */
  List<String> holding(Collection<String> names) {
    return bySchema.entrySet().stream()
        .filter(schema -> schema.getValue().containsAll(names))
        .map(Map.Entry::getKey)
        .sorted((a, b) -> Boolean.compare(b.equals(current), a.equals(current)))
        .toList();
  }

  private static String lower(String name) {
    return name == null ? "" : name.toLowerCase(Locale.ROOT);
  }
}
