package org.demandwright.demo.generate;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the lots of a loaded ERP on one more day: a delivery is one, and the next to expire go. */
final class NextLots {
  private final Connection connection;
  private final LocalDate day;

  NextLots(Connection connection, LocalDate day) {
    this.connection = connection;
    this.day = day;
  }

  /** Returns whether the ERP has lots: one that an earlier build loaded has none. */
  boolean areKept() throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    String table = meta.storesUpperCaseIdentifiers() ? "STOCK_LOT" : "stock_lot";
    try (ResultSet found = meta.getTables(connection.getCatalog(), null, table, null)) {
      return found.next();
    }
  }

  void receive(long line, String item, String site, BigDecimal quantity) throws SQLException {
    try (PreparedStatement life =
        connection.prepareStatement("select shelf_life_days from item where item_id = ?")) {
      life.setString(1, item);
      try (ResultSet row = life.executeQuery()) {
        if (row.next() && row.getInt(1) > 0) {
          insert(Lots.name(line, day), item, site, quantity, day.plusDays(row.getInt(1)));
        }
      }
    }
  }

  private void insert(String lot, String item, String site, BigDecimal quantity, LocalDate expiry)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into stock_lot values (?, ?, ?, ?, ?)")) {
      insert.setString(1, item);
      insert.setString(2, site);
      insert.setString(3, lot);
      insert.setBigDecimal(4, quantity);
      insert.setObject(5, expiry);
      insert.executeUpdate();
    }
  }

  void issue(String item, String site, BigDecimal quantity) throws SQLException {
    BigDecimal left = quantity;
    for (Map.Entry<String, BigDecimal> lot : nextToExpire(item, site).entrySet()) {
      BigDecimal taken = lot.getValue().min(left);
      left = left.subtract(taken);
      if (taken.signum() > 0) {
        take(lot.getKey(), item, site, taken);
      }
    }
  }

  private Map<String, BigDecimal> nextToExpire(String item, String site) throws SQLException {
    Map<String, BigDecimal> lots = new LinkedHashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select lot_no, quantity from stock_lot where item_id = ? and site_id = ?"
                + " and quantity > 0 order by expires_on, lot_no")) {
      query.setString(1, item);
      query.setString(2, site);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          lots.put(rows.getString(1), rows.getBigDecimal(2));
        }
      }
    }
    return lots;
  }

  private void take(String lot, String item, String site, BigDecimal quantity) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update stock_lot set quantity = quantity - ?"
                + " where item_id = ? and site_id = ? and lot_no = ?")) {
      update.setBigDecimal(1, quantity);
      update.setString(2, item);
      update.setString(3, site);
      update.setString(4, lot);
      update.executeUpdate();
    }
  }
}
