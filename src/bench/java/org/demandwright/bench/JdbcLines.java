package org.demandwright.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.erp.ErpItem;
import org.demandwright.erp.ErpPrice;
import org.demandwright.erp.ErpPromotion;
import org.demandwright.erp.ErpSalesLine;
import org.demandwright.erp.ErpSite;
import org.demandwright.erp.ErpSource;
import org.demandwright.erp.ErpStockMovement;

/** The sales line reader's queries in plain JDBC: the yardstick. It reads nothing but lines. */
final class JdbcLines implements ErpSource {
  private static final String SELECT =
      "select line_id, source_kind, source_key, excluded_because, flags, org_id, document_no,"
          + " line_kind, demand_date, item_id, site_id, channel_id, quantity,"
          + " net_amount, currency, on_promotion, changed_at from dw_sales_line ";

  private final Connection connection;

  JdbcLines(Connection connection) {
    this.connection = connection;
  }

  @Override
  public List<ErpSalesLine> lines(LocalDateTime after, LocalDateTime upTo, int limit) {
    return query(
        "where changed_at > ? and changed_at <= ? order by changed_at, source_key"
            + " fetch first ? rows only",
        limit,
        after,
        upTo);
  }

  @Override
  public List<ErpSalesLine> linesAt(LocalDateTime stamp, long afterKey, int limit) {
    return query(
        "where changed_at = ? and source_key > ? order by source_key fetch first ? rows only",
        limit,
        stamp,
        afterKey);
  }

  /** One page of the usual keyset, which is not bounded above. */
  List<ErpSalesLine> keyset(LocalDateTime stamp, long afterKey, int limit) {
    return query(
        "where (changed_at, source_key) > (?, ?) order by changed_at, source_key"
            + " fetch first ? rows only",
        limit,
        stamp,
        afterKey);
  }

  @Override
  public Optional<LocalDateTime> firstChange(LocalDateTime changedAfter) {
    String sql = "select min(changed_at) from dw_sales_line where changed_at > ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, changedAfter);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return Optional.ofNullable(row.getObject(1, LocalDateTime.class));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<ErpSalesLine> query(String where, int limit, Object first, Object second) {
    try (PreparedStatement statement = connection.prepareStatement(SELECT + where)) {
      statement.setFetchSize(limit);
      statement.setObject(1, first);
      statement.setObject(2, second);
      statement.setInt(3, limit);
      try (ResultSet row = statement.executeQuery()) {
        List<ErpSalesLine> lines = new ArrayList<>();
        while (row.next()) {
          lines.add(line(row));
        }
        return lines;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ErpSalesLine line(ResultSet row) throws SQLException {
    return new ErpSalesLine(
        row.getString(1),
        row.getString(2),
        row.getObject(3, Long.class),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getObject(9, LocalDate.class),
        row.getString(10),
        row.getString(11),
        row.getString(12),
        row.getBigDecimal(13),
        row.getBigDecimal(14),
        row.getString(15),
        row.getObject(16, Boolean.class),
        row.getObject(17, LocalDateTime.class));
  }

  @Override
  public List<String> problems() {
    throw new UnsupportedOperationException("not measured");
  }

  @Override
  public long countLines(LocalDateTime after, LocalDateTime upTo) {
    throw new UnsupportedOperationException("not measured");
  }

  @Override
  public Optional<LocalDateTime> lastChange() {
    throw new UnsupportedOperationException("not measured");
  }

  @Override
  public List<ErpItem> items(String afterId, int limit) {
    throw new UnsupportedOperationException("not measured");
  }

  @Override
  public List<ErpSite> sites() {
    throw new UnsupportedOperationException("not measured");
  }

  @Override
  public List<ErpPrice> prices(String afterId, int limit) {
    throw new UnsupportedOperationException("not measured");
  }

  @Override
  public List<ErpPromotion> promotions(String afterId, int limit) {
    throw new UnsupportedOperationException("not measured");
  }

  @Override
  public long lastStockMovement() {
    throw new UnsupportedOperationException("not measured");
  }

  @Override
  public List<ErpStockMovement> stockMovements(long after, long upTo) {
    throw new UnsupportedOperationException("not measured");
  }
}
