package org.demandwright.erp.reorder;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.erp.DatabaseFailure;
import org.demandwright.erp.UnusableErp;

/**
 * The reordering rules of Odoo (14 to 18), table {@code stock_warehouse_orderpoint}: read by some
 * columns, and of those that are there minimum and maximum are changed. A rule is neither made nor
 * removed. Odoo orders a product whose forecast quantity falls below the minimum up to the maximum
 * (<i>Inventory › Reordering rules</i> of its manual); a maximum below the minimum is taken as the
 * minimum.
 *
 * <p>The user needs what {@code sql/erp/odoo/writer.sql} gives it; one that may do more to the
 * table is refused, since then a slip could do more.
 */
public final class OdooRules {
  private static final String COLUMNS =
      "select id, company_id, product_id, warehouse_id, product_min_qty, product_max_qty, write_date"
          + " from stock_warehouse_orderpoint where active and ";

  private final Connection connection;

  /**
   * @throws UnusableErp where it is no Odoo, or the user may do less or more than it must
   */
  public OdooRules(Connection connection) throws SQLException {
    this.connection = connection;
    requireOdoo();
    requireRights();
  }

  private void requireOdoo() throws SQLException {
    List<String> found = new ArrayList<>();
    if (exists("dw_adapter")) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("select erp from dw_adapter")) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
    }
    if (!found.contains("odoo") || !exists("stock_warehouse_orderpoint")) {
      throw new UnusableErp(
          "Reorder rules are written into Odoo alone, and the configured ERP is %s."
              .formatted(found.isEmpty() ? "none with views of Demandwright" : found.get(0)));
    }
  }

  private boolean exists(String table) throws SQLException {
    String schema = connection.getSchema();
    try (ResultSet tables = connection.getMetaData().getTables(null, schema, table, null)) {
      return tables.next();
    }
  }

  private void requireRights() throws SQLException {
    String text =
        """
        select has_column_privilege('stock_warehouse_orderpoint', 'product_min_qty', 'UPDATE')
            and has_column_privilege('stock_warehouse_orderpoint', 'product_max_qty', 'UPDATE')
            and has_column_privilege('stock_warehouse_orderpoint', 'write_date', 'UPDATE'),
          has_table_privilege('stock_warehouse_orderpoint', 'UPDATE')
            or has_table_privilege('stock_warehouse_orderpoint', 'INSERT')
            or has_table_privilege('stock_warehouse_orderpoint', 'DELETE'),
          current_user
        """;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(text)) {
      row.next();
      if (row.getBoolean(2)) {
        throw new UnusableErp(
            "User %s may change more of Odoo's reordering rules than minimum and maximum: make a user of its own for it, by sql/erp/odoo/writer.sql."
                .formatted(row.getString(3)));
      }
      if (!row.getBoolean(1)) {
        throw new UnusableErp(
            "User %s may not change minimum and maximum of Odoo's reordering rules: run sql/erp/odoo/writer.sql for it."
                .formatted(row.getString(3)));
      }
    }
  }

  /** Changes that are made together, or none of them is. */
  @FunctionalInterface
  public interface Changes {
    void make() throws SQLException;
  }

  /** None of the changes was made: the database did not take one of them. */
  public static final class TakenBack extends UnusableErp {
    private static final long serialVersionUID = 1L;

    TakenBack(SQLException cause) {
      super("No reordering rule was changed: " + DatabaseFailure.words(cause) + ".", cause);
    }
  }

  /**
   * Makes changes in one transaction. One that breaks off otherwise ends with the connection, and
   * changes nothing.
   *
   * @throws TakenBack where one of them fails, and all are taken back
   * @throws SQLException where it is not known what became of them
   */
  public void together(Changes changes) throws SQLException {
    connection.setAutoCommit(false);
    try {
      changes.make();
    } catch (SQLException e) {
      connection.rollback();
      throw new TakenBack(e);
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** Returns the rules in force of these places: of each none, one, or several. */
  public Map<OdooRule.Place, List<OdooRule>> of(Collection<OdooRule.Place> places)
      throws SQLException {
    Map<OdooRule.Place, List<OdooRule>> rules = new HashMap<>();
    List<Long> products = places.stream().map(OdooRule.Place::product).distinct().toList();
    for (OdooRule rule : rules(COLUMNS + "product_id = any (?) order by id", products)) {
      if (places.contains(rule.place())) {
        rules.computeIfAbsent(rule.place(), p -> new ArrayList<>()).add(rule);
      }
    }
    return rules;
  }

  /** Returns a rule, empty where it is gone or no longer in force. */
  public Optional<OdooRule> find(long id) throws SQLException {
    return rules(COLUMNS + "id = any (?)", List.of(id)).stream().findFirst();
  }

  private List<OdooRule> rules(String text, Collection<Long> keys) throws SQLException {
    List<OdooRule> rules = new ArrayList<>();
    Array array = connection.createArrayOf("bigint", keys.toArray());
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      statement.setArray(1, array);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          rules.add(rule(rows));
        }
      }
    }
    return rules;
  }

  private static OdooRule rule(ResultSet row) throws SQLException {
    return new OdooRule(
        row.getLong("id"),
        new OdooRule.Place(
            row.getLong("company_id"), row.getLong("product_id"), row.getLong("warehouse_id")),
        amount(row, "product_min_qty"),
        amount(row, "product_max_qty"),
        Optional.ofNullable(row.getObject("write_date", LocalDateTime.class)));
  }

  private static BigDecimal amount(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getBigDecimal(column)).orElse(BigDecimal.ZERO);
  }

  /**
   * Gives a rule other levels, if it is still as it was seen.
   *
   * @return when it was changed by this, as Odoo keeps it; empty where it was changed by others
   */
  public Optional<LocalDateTime> change(OdooRule seen, BigDecimal minimum, BigDecimal maximum)
      throws SQLException {
    String text =
        """
        update stock_warehouse_orderpoint
        set product_min_qty = ?, product_max_qty = ?, write_date = clock_timestamp() at time zone 'UTC'
        where id = ? and active and write_date is not distinct from ?
          and coalesce(product_min_qty, 0) = ? and coalesce(product_max_qty, 0) = ?
        returning write_date
        """;
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      statement.setBigDecimal(1, minimum);
      statement.setBigDecimal(2, maximum);
      statement.setLong(3, seen.id());
      statement.setObject(4, seen.stamp().orElse(null), Types.TIMESTAMP);
      statement.setBigDecimal(5, seen.minimum());
      statement.setBigDecimal(6, seen.maximum());
      try (ResultSet changed = statement.executeQuery()) {
        return changed.next()
            ? Optional.of(changed.getObject(1, LocalDateTime.class))
            : Optional.empty();
      }
    }
  }
}
