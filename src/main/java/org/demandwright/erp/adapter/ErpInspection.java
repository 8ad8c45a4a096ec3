package org.demandwright.erp.adapter;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import org.demandwright.erp.Dialect;

/** Looks at an ERP over a connection and changes nothing. */
public final class ErpInspection {
  private ErpInspection() {}

  /**
   * How long a check may take.
   *
   * @param each query
   * @param all queries together
   */
  public record Limits(Duration each, Duration all) {
    /** Half a minute a query, five minutes in all. */
    public static final Limits USUAL = new Limits(Duration.ofSeconds(30), Duration.ofMinutes(5));
  }

  /** Recognises the ERP and holds its views against the contract. */
  public static ErpReport check(Connection connection, AdapterCatalog catalog, Limits limits)
      throws SQLException {
    return new Inspection(connection, catalog, limits).report();
  }

  /** Recognises the ERP alone. */
  public static Recognition recognise(Connection connection, AdapterCatalog catalog, Limits limits)
      throws SQLException {
    return new Inspection(connection, catalog, limits).recognition();
  }

  /** Names product, version, user and schema. */
  public static String describe(Connection connection) throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    String schema =
        Dialect.of(connection) == Dialect.MARIADB
            ? connection.getCatalog()
            : connection.getSchema();
    return "%s %s, user %s, schema %s"
        .formatted(
            meta.getDatabaseProductName(),
            meta.getDatabaseProductVersion(),
            meta.getUserName(),
            schema);
  }
}
