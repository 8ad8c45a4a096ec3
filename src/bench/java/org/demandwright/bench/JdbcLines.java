package org.demandwright.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.erp.ErpSalesLine;
import org.demandwright.erp.Extent;
import org.demandwright.erp.SalesLineSource;
import org.demandwright.erp.Watermark;
import org.demandwright.store.sql.RecordColumns;

/** The sales line reader's queries in plain JDBC: the yardstick. It reads nothing but lines. */
final class JdbcLines implements SalesLineSource {
  private static final RecordColumns<ErpSalesLine> COLUMNS = RecordColumns.of(ErpSalesLine.class);

  private static final String SELECT = "select " + COLUMNS.names() + " from dw_sales_line ";

  private final Connection connection;

  JdbcLines(Connection connection) {
    this.connection = connection;
  }

  @Override
  public List<ErpSalesLine> lines(LocalDateTime after, LocalDateTime upTo, int limit) {
    return query(
        "where changed_at > ? and changed_at <= ? order by changed_at, source_key, line_id"
            + " fetch first ? rows only",
        limit,
        after,
        upTo);
  }

  @Override
  public List<ErpSalesLine> linesAfter(Watermark position, int limit) {
    return query(
        "where changed_at = ? and source_key >= ? and (source_key > ? or line_id > ?)"
            + " order by source_key, line_id fetch first ? rows only",
        limit,
        position.changedAt(),
        position.sourceKey(),
        position.sourceKey(),
        position.lineId());
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

  /** Reads every line by one query, so many at a time; returns how many there were. */
  long stream(int fetchSize) {
    try (PreparedStatement statement =
        connection.prepareStatement(SELECT + "order by changed_at, source_key")) {
      statement.setFetchSize(fetchSize);
      try (ResultSet row = statement.executeQuery()) {
        long read = 0;
        while (row.next()) {
          read += line(row).watermark().sourceKey() > Long.MIN_VALUE ? 1 : 0;
        }
        return read;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Extent extent(LocalDateTime after, Optional<LocalDateTime> upTo) {
    String sql =
        "select count(*), min(changed_at), max(changed_at) from dw_sales_line where changed_at > ?"
            + (upTo.isPresent() ? " and changed_at <= ?" : "");
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, after);
      if (upTo.isPresent()) {
        statement.setObject(2, upTo.get());
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Extent(
            row.getLong(1),
            Optional.ofNullable(row.getObject(2, LocalDateTime.class)),
            Optional.ofNullable(row.getObject(3, LocalDateTime.class)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<ErpSalesLine> query(String where, int limit, Object... parameters) {
    try (PreparedStatement statement = connection.prepareStatement(SELECT + where)) {
      statement.setFetchSize(limit);
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.setInt(parameters.length + 1, limit);
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
    return COLUMNS.read(row, 1);
  }
}
